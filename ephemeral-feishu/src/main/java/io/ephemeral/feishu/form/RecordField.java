package io.ephemeral.feishu.form;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.card.element.PlainText;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * Field of a form for one component of a record or a data class.
 *
 * @param component the component
 * @param field field of the class with the value and the annotations
 * @param name name of the field in the form
 * @param valueType type of the value, without an {@code Optional}
 * @param type kind of the field
 * @param constraints constraints of the value
 */
record RecordField(BoundComponent component, Field field, String name, ResolvableType valueType, FieldType type,
		FieldConstraints constraints) {

	private static final int LONG_TEXT = 100;

	private static final int ROWS_OF_LONG_TEXT = 5;

	static RecordField of(BoundComponent component) {
		Field field = fieldOf(component);
		ResolvableType declared = ResolvableType.forField(field);
		boolean optional = declared.toClass() == Optional.class;
		ResolvableType type = optional ? declared.getGeneric() : declared;
		FieldType kind = FieldType.of(type);
		if (kind == null) {
			throw new InvalidFormRecordException("The component '" + component.name() + "' of "
					+ component.owner().getName() + " has the type " + declared + ", which a form cannot have",
					"Possible are " + FieldType.POSSIBLE);
		}
		return new RecordField(component, field, nameOf(component, field), type, kind,
				new FieldConstraints(optional ? contentOf(field) : field));
	}

	/** Returns the field of a component, because constraints are not on the component. */
	private static Field fieldOf(BoundComponent component) {
		Field field = ReflectionUtils.findField(component.owner(), component.name());
		Assert.isTrue(field != null, () -> "The parameter '" + component.name() + "' of the constructor of "
				+ component.owner().getName() + " has no field with its name");
		return field;
	}

	/**
	 * Returns the name in the JSON. Kotlin puts the annotation on the parameter.
	 */
	private static String nameOf(BoundComponent component, Field field) {
		return Stream.of(field, component.parameter())
			.flatMap((place) -> Stream.ofNullable(place.getAnnotation(JsonProperty.class)))
			.map(JsonProperty::value)
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElse(component.name());
	}

	private static AnnotatedElement contentOf(Field field) {
		return (field.getAnnotatedType() instanceof AnnotatedParameterizedType type)
				? type.getAnnotatedActualTypeArguments()[0] : field;
	}

	boolean isRequired() {
		if (this.field.getType() == Optional.class) {
			return false;
		}
		return this.type.hasSeveralValues() ? this.constraints.refuseEmptyList()
				: this.component.isRequired() || this.constraints.refuseAbsence();
	}

	boolean isCalled(@Nullable String name) {
		return this.name.equals(name) || this.component.name().equals(name);
	}

	/** Returns the number of rows of a text, which is 1 for a single line. */
	int rows() {
		FormField annotation = this.field.getAnnotation(FormField.class);
		if (annotation != null && annotation.rows() > 0) {
			return annotation.rows();
		}
		Integer maxLength = this.constraints.maxLength();
		return (this.type == FieldType.TEXT && maxLength != null && maxLength > LONG_TEXT) ? ROWS_OF_LONG_TEXT : 1;
	}

	PlainText label() {
		FormField annotation = this.field.getAnnotation(FormField.class);
		String label = (annotation != null) ? annotation.label() : "";
		return FormText.message(code(), label.isEmpty() ? FormText.readable(this.component.name()) : label);
	}

	PlainText placeholder() {
		FormField annotation = this.field.getAnnotation(FormField.class);
		String placeholder = (annotation != null) ? annotation.placeholder() : "";
		return FormText.message(code() + ".placeholder",
				placeholder.isEmpty() ? defaultPlaceholder() : PlainText.of(placeholder));
	}

	private PlainText defaultPlaceholder() {
		String range = (this.type == FieldType.NUMBER) ? this.constraints.range() : "";
		if (!range.isEmpty()) {
			return PlainText.of(range);
		}
		return this.type.isTyped() ? FormText.inBoth("Please enter", "请输入") : FormText.inBoth("Please select", "请选择");
	}

	private String code() {
		return this.component.owner().getSimpleName() + "." + this.component.name();
	}

	/** Returns the constants of an enum, of which the user chooses. */
	List<Enum<?>> constants() {
		Class<?> type = (this.type == FieldType.CHOICES) ? this.valueType.getGeneric().toClass()
				: this.valueType.toClass();
		return List.of((Enum<?>[]) Objects.requireNonNull(type.getEnumConstants()));
	}

	/** Returns the value in an object, in the format of a submitted form. */
	List<String> read(Object values) {
		ReflectionUtils.makeAccessible(this.field);
		return FieldValues.of(this, ReflectionUtils.getField(this.field, values)).toList();
	}

}
