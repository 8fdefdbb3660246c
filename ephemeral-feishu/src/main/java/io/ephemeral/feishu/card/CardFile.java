package io.ephemeral.feishu.card;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A file with a card and its placeholders.
 */
interface CardFile {

	/**
	 * Fills the placeholders.
	 * @param values values by the names of the placeholders
	 * @return the card, which nobody else changes
	 * @throws IllegalArgumentException if a value is missing, not used or of a wrong
	 * type, with its name
	 */
	JsonNode fill(Map<String, ?> values);

	/**
	 * Fills the placeholders, and those without a value with what the file has for its
	 * preview.
	 * @param values values by the names of the placeholders
	 * @return the card, which nobody else changes
	 * @throws IllegalArgumentException if a value is missing, not used or of a wrong
	 * type, with its name
	 */
	JsonNode preview(Map<String, ?> values);

}
