package io.ephemeral.feishu.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.element.PlainText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Mistake of a user in a form. A {@link RecordForm} shows it below its field.
 *
 * @param field name of the field, or of its record component; the mistake stands above
 * the submit button if it is null or no such field exists
 * @param text explanation for the user, which does not quote what the user typed
 */
public record FormMistake(@Nullable String field, PlainText text) {

	private static final Set<Class<?>> WHOLE = Set.of(Byte.class, Short.class, Integer.class, Long.class,
			BigInteger.class);

	private static final Set<Class<?>> DECIMAL = Set.of(Float.class, Double.class, BigDecimal.class);

	private static final Pattern DIGITS = Pattern.compile("\\s*[+-]?\\d+\\s*");

	/**
	 * Creates the mistake of a field that is empty but must have a value. The message
	 * {@code feishu.form.missing} replaces its text.
	 * @param field name of the field
	 * @return the mistake
	 */
	public static FormMistake missing(String field) {
		return new FormMistake(field, FormText.of("missing", "Please fill in this field.", "请填写此项。"));
	}

	/**
	 * Creates the mistake of a field whose value does not match its type. The messages
	 * {@code feishu.form.whole-number}, {@code .too-large}, {@code .number} and
	 * {@code .invalid} replace its text.
	 * @param field name of the field
	 * @param type type of the record component
	 * @param typed value that the user typed; decides about the text, but is not quoted
	 * @return the mistake
	 */
	public static FormMistake unreadable(String field, Class<?> type, String typed) {
		return new FormMistake(field, unreadable(ClassUtils.resolvePrimitiveIfNecessary(type), typed));
	}

	private static PlainText unreadable(Class<?> type, String typed) {
		if (WHOLE.contains(type)) {
			return DIGITS.matcher(typed).matches()
					? FormText.of("too-large", "This number has too many digits.", "数字位数过多。")
					: FormText.of("whole-number", "Please enter a whole number, such as 12.", "请输入整数，例如 12。");
		}
		return DECIMAL.contains(type) ? FormText.of("number", "Please enter a number, such as 12.5.", "请输入数字，例如 12.5。")
				: FormText.of("invalid", "This value is not possible.", "该值无效。");
	}

	@Override
	public String toString() {
		return "FormMistake[" + this.field + "]";
	}

}
