package io.ephemeral.feishu.card.style;

/**
 * Value that is a string in JSON.
 */
public interface StringValue {

	/**
	 * Returns the value in JSON.
	 * @return the string
	 */
	String value();

}
