package io.ephemeral.feishu.callback;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.form.FormMistake;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.StringUtils;

/**
 * Form validator based on Bean Validation. The toast has the messages in all languages of
 * the platform, because the user's client chooses the language.
 */
public final class BeanFormValidator implements FormValidator {

	private final Validator validator;

	/**
	 * Creates a form validator.
	 * @param validator validator of Spring, which uses the language of the
	 * {@link LocaleContextHolder}; other validators use only their own language
	 */
	public BeanFormValidator(Validator validator) {
		this.validator = validator;
	}

	@Override
	public @Nullable Toast validate(Object form) {
		if (this.validator.validate(form).isEmpty()) {
			return null;
		}
		Map<CardLocale, String> texts = inAllLanguages(() -> messages(this.validator.validate(form)));
		return new Toast(Toast.Type.ERROR, Objects.requireNonNull(texts.get(CardLocale.EN_US)), texts);
	}

	@Override
	public List<FormMistake> mistakes(Object form) {
		return mistakes(() -> this.validator.validate(form));
	}

	@Override
	public List<FormMistake> mistakes(Class<?> type, String component, @Nullable Object value) {
		return mistakes(() -> this.validator.validateValue(type, component, value));
	}

	private static List<FormMistake> mistakes(Supplier<Set<? extends ConstraintViolation<?>>> validation) {
		if (validation.get().isEmpty()) {
			return List.of();
		}
		Map<String, PlainText> texts = new TreeMap<>();
		inAllLanguages(() -> messagesByField(validation.get()))
			.forEach((locale, messages) -> messages.forEach((field, message) -> texts.merge(field,
					text(locale, message), (text, translation) -> text.in(locale, message))));
		return texts.entrySet().stream().map((text) -> new FormMistake(text.getKey(), text.getValue())).toList();
	}

	private static PlainText text(CardLocale locale, String message) {
		return PlainText.of(message).in(locale, message);
	}

	/**
	 * Returns the messages by the components that they belong to. A constraint of the
	 * whole record has an empty name.
	 */
	private static Map<String, String> messagesByField(Set<? extends ConstraintViolation<?>> violations) {
		return ofFields(violations).sorted(Comparator.comparing((violation) -> violation.getMessage()))
			.collect(Collectors.groupingBy(BeanFormValidator::field,
					Collectors.mapping((violation) -> violation.getMessage(), Collectors.joining("\n"))));
	}

	/**
	 * Omits the violations of getters. The accessor of a component such as {@code isHot}
	 * is also the getter of a property {@code hot}, so its constraints are checked twice.
	 */
	private static Stream<ConstraintViolation<?>> ofFields(Set<? extends ConstraintViolation<?>> violations) {
		return violations.stream().<ConstraintViolation<?>>map((violation) -> violation).filter((violation) -> {
			Class<?> type = violation.getRootBeanClass();
			String field = StringUtils.capitalize(field(violation));
			return !type.isRecord() || hasComponent(type, field(violation))
					|| !(hasComponent(type, "is" + field) || hasComponent(type, "get" + field));
		});
	}

	private static boolean hasComponent(Class<?> type, String name) {
		return Stream.of(type.getRecordComponents()).anyMatch((component) -> component.getName().equals(name));
	}

	private static String field(ConstraintViolation<?> violation) {
		String field = violation.getPropertyPath().iterator().next().getName();
		return (field != null) ? field : "";
	}

	/**
	 * Validates once in each language, English first. A text stays in English if the
	 * client has no such language.
	 */
	private static <T> Map<CardLocale, T> inAllLanguages(Supplier<T> validation) {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		try {
			Map<CardLocale, T> results = new LinkedHashMap<>();
			Stream.concat(Stream.of(CardLocale.EN_US), Stream.of(CardLocale.values())).distinct().forEach((locale) -> {
				LocaleContextHolder.setLocale(locale.locale());
				results.put(locale, validation.get());
			});
			return results;
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private static String messages(Set<? extends ConstraintViolation<?>> violations) {
		return ofFields(violations).sorted(Comparator.comparing((violation) -> violation.getPropertyPath().toString()))
			.map(BeanFormValidator::message)
			.distinct()
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Returns the message of a violation, with the path for a standard message. A message
	 * of the application already contains its subject.
	 */
	private static String message(ConstraintViolation<?> violation) {
		String template = violation.getMessageTemplate();
		boolean general = template.startsWith("{jakarta.validation.") || template.startsWith("{org.hibernate.");
		return general ? violation.getPropertyPath() + ": " + violation.getMessage() : violation.getMessage();
	}

}
