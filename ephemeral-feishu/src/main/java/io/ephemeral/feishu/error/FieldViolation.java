package io.ephemeral.feishu.error;

import java.io.Serializable;

/**
 * Field of a request that the platform does not accept. The value of the field is left
 * out, because it repeats the request.
 *
 * @param field name or path of the field, such as {@code uuid}; empty if the response
 * does not name it. Printable, and at most 100 characters long
 * @param description the platform's words, such as <em>the max len is 50</em>; empty if
 * it has none. Printable, and at most 200 characters long
 */
public record FieldViolation(String field, String description) implements Serializable {

	private static final int MAX_FIELD = 100;

	private static final int MAX_DESCRIPTION = 200;

	public FieldViolation {
		field = PrintableText.of(field.strip(), MAX_FIELD - 1).strip();
		description = PrintableText.of(description.strip(), MAX_DESCRIPTION - 1).strip();
	}

	boolean isEmpty() {
		return this.field.isEmpty() && this.description.isEmpty();
	}

	/**
	 * Joins both parts, as messages show them.
	 * @return for example {@code uuid: the max len is 50}
	 */
	@Override
	public String toString() {
		return this.field + ((this.field.isEmpty() || this.description.isEmpty()) ? "" : ": ") + this.description;
	}

}
