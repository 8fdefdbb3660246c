package io.ephemeral.feishu.card.style;

/**
 * A property of a card has a value that the platform does not take.
 */
public final class InvalidPropertyException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String expectation;

	/**
	 * Creates an exception for an invalid property.
	 * @param property name in JSON, such as {@code max_length}
	 * @param expectation what it must be, as the rest of a sentence
	 */
	public InvalidPropertyException(String property, String expectation) {
		super("'" + property + "' " + expectation);
		this.property = property;
		this.expectation = expectation;
	}

	/**
	 * Returns which property.
	 * @return name in JSON, such as {@code max_length}
	 */
	public String property() {
		return this.property;
	}

	/**
	 * Returns the condition that the property must meet.
	 * @return the rest of a sentence, such as {@code must be from 1 to 1000}
	 */
	public String expectation() {
		return this.expectation;
	}

}
