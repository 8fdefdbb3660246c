package io.ephemeral.feishu.card.style;

/**
 * Exception for a property of a card with a value that the platform does not accept.
 */
public final class InvalidPropertyException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String expectation;

	/**
	 * Creates an exception for an invalid property.
	 * @param property name of the property in JSON, such as {@code max_length}
	 * @param expectation requirement for the value, as the rest of a sentence
	 */
	public InvalidPropertyException(String property, String expectation) {
		super("'" + property + "' " + expectation);
		this.property = property;
		this.expectation = expectation;
	}

	/**
	 * Returns the name of the property.
	 * @return the name in JSON, such as {@code max_length}
	 */
	public String property() {
		return this.property;
	}

	/**
	 * Returns the requirement for the value.
	 * @return the rest of a sentence, such as {@code must be from 1 to 1000}
	 */
	public String expectation() {
		return this.expectation;
	}

}
