package io.ephemeral.feishu.callback;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

import io.ephemeral.feishu.card.element.CardLocale;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

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
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		try {
			Toast toast = Toast.of(Toast.Type.ERROR, messages(form, CardLocale.EN_US));
			for (CardLocale locale : CardLocale.values()) {
				toast = toast.in(locale, messages(form, locale));
			}
			return toast;
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private String messages(Object form, CardLocale locale) {
		LocaleContextHolder.setLocale(locale.locale());
		return messages(this.validator.validate(form));
	}

	private static String messages(Set<ConstraintViolation<Object>> violations) {
		return violations.stream()
			.sorted(Comparator.comparing((violation) -> violation.getPropertyPath().toString()))
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
