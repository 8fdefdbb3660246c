package io.ephemeral.feishu.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.form.FormMistake;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader of submitted forms as records. If the form is a {@link RecordForm}, its
 * exceptions have the same form with all mistakes of the user.
 */
final class SubmittedForm {

	private final FormValidator validator;

	SubmittedForm(FormValidator validator) {
		this.validator = validator;
	}

	/**
	 * Reads and validates a form.
	 * @throws FormBindingException if a value does not match the record
	 * @throws InvalidFormException if the record is not valid
	 */
	<T> T read(CardActionEvent event, Class<T> type) {
		T form = bind(event, type);
		Toast complaint = SubmittedForm.<@Nullable Toast>checked(type, () -> this.validator.validate(form));
		if (complaint != null) {
			throw new InvalidFormException(complaint, isShownAgain(event, type)
					? again(event, type, checked(type, () -> this.validator.mistakes(form))) : null);
		}
		return form;
	}

	/**
	 * Validates a record that is not a form.
	 * @throws InvalidFormException if the record is not valid
	 */
	<T> T validated(T record) {
		Toast complaint = SubmittedForm.<@Nullable Toast>checked(record.getClass(),
				() -> this.validator.validate(record));
		if (complaint != null) {
			throw new InvalidFormException(complaint);
		}
		return record;
	}

	/**
	 * Returns the form that an error shows again.
	 * @return the form; null if the error has none
	 */
	static @Nullable RecordForm<?> shownAgain(Throwable error) {
		return (error instanceof InvalidFormException invalid) ? invalid.form()
				: (error instanceof FormBindingException binding) ? binding.form() : null;
	}

	private static <T extends @Nullable Object> T checked(Class<?> type, Supplier<T> validation) {
		try {
			return validation.get();
		}
		catch (RuntimeException | Error ex) {
			throw new IllegalStateException("The validation of " + type.getName() + " failed",
					CauseWithoutMessage.of(ex));
		}
	}

	private <T> T bind(CardActionEvent event, Class<T> type) {
		try {
			return event.form(type);
		}
		catch (FormBindingException ex) {
			List<FormMistake> mistakes = isShownAgain(event, type) ? mistakes(event, type) : List.of();
			throw mistakes.isEmpty() ? ex : ex.with(again(event, type, mistakes));
		}
	}

	private static boolean isShownAgain(CardActionEvent event, Class<?> type) {
		return RecordForm.canShowAgain(type, event.name());
	}

	private static RecordForm<?> again(CardActionEvent event, Class<?> type, List<FormMistake> mistakes) {
		return RecordForm.again(type, event.carriedOn(), event.form()).mistakes(mistakes);
	}

	/**
	 * Reads each component by itself, because the record is read only up to a mistake.
	 */
	private List<FormMistake> mistakes(CardActionEvent event, Class<?> type) {
		ObjectNode values = FormBinder.withFlags(FormValues.flat(FormValues.filled(event.form())), type);
		List<BoundComponent> components = BoundComponent.of(type);
		List<FormMistake> mistakes = new ArrayList<>();
		for (SettableBeanProperty property : FormBinder.components(type)) {
			BoundComponent component = components.get(property.getCreatorIndex());
			mistakes.addAll(mistakes(event, component, property, values.path(property.getName())));
		}
		return mistakes;
	}

	private List<FormMistake> mistakes(CardActionEvent event, BoundComponent component, SettableBeanProperty property,
			JsonNode value) {
		if (value.isMissingNode() && component.isRequired()) {
			return List.of(FormMistake.missing(property.getName()));
		}
		if (value.isMissingNode() && component.hasDefault()) {
			return List.of();
		}
		try {
			Object read = FormBinder.read(value.isMissingNode() ? absent(property.getType()) : value,
					property.getType(), event);
			return checked(component.owner(), () -> this.validator.mistakes(component.owner(), component.name(), read));
		}
		catch (JacksonException ex) {
			JavaType content = property.getType().isReferenceType() ? property.getType().getReferencedType()
					: property.getType();
			return List.of(FormMistake.unreadable(property.getName(), content.getRawClass(), value.asString("")));
		}
	}

	private static JsonNode absent(JavaType type) {
		return type.isCollectionLikeType() ? CallbackMapper.INSTANCE.createArrayNode() : NullNode.getInstance();
	}

}
