package io.ephemeral.feishu.card;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Texts of an application by code and language.
 */
@FunctionalInterface
public interface CardMessages {

	/**
	 * Finds the text of a message.
	 * @param code code of the message
	 * @param arguments values of the placeholders: strings, numbers and booleans
	 * @param locale language of the viewer
	 * @return the text, or null if no message has the code
	 */
	@Nullable String find(String code, Object[] arguments, Locale locale);

	/**
	 * Returns messages without texts.
	 * @return messages that never find a text
	 */
	static CardMessages none() {
		return (code, arguments, locale) -> null;
	}

}
