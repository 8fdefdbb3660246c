package io.ephemeral.feishu.card;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an application, by codes and languages.
 */
@FunctionalInterface
public interface CardMessages {

	/**
	 * Finds a text.
	 * @param code code of the message
	 * @param arguments values of its placeholders: strings, numbers and booleans
	 * @param locale language of the viewer
	 * @return the text, or null if there is none of that code
	 */
	@Nullable String find(String code, Object[] arguments, Locale locale);

	/**
	 * No texts.
	 * @return messages that find nothing
	 */
	static CardMessages none() {
		return (code, arguments, locale) -> null;
	}

}
