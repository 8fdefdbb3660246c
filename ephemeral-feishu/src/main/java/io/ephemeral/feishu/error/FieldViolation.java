package io.ephemeral.feishu.error;

import java.io.Serializable;

/**
 * Field of a request that the platform does not accept. The value of the field is
 * omitted, because it repeats the request.
 *
 * @param field name or path of the field, such as {@code uuid}; empty if the response
 * does not contain it. Printable, at most 100 characters
 * @param description words of the platform, such as <em>the max len is 50</em>; empty if
 * there are none. Printable, at most 200 characters
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
	 * Returns both parts, as shown in messages.
	 * @return a text such as {@code uuid: the max len is 50}
	 */
	@Override
	public String toString() {
		return this.field + ((this.field.isEmpty() || this.description.isEmpty()) ? "" : ": ") + this.description;
	}

}
