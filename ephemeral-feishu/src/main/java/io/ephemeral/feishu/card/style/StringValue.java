package io.ephemeral.feishu.card.style;

/**
 * A value that is a string in JSON.
 */
public interface StringValue {

	/**
	 * Returns the value as it goes to the platform.
	 * @return the string
	 */
	String value();

}
