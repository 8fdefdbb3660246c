package io.ephemeral.feishu.card;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * File with a card and its placeholders.
 */
interface CardFile {

	/**
	 * Fills the placeholders.
	 * @param values values by the names of the placeholders
	 * @return a new tree with the card
	 * @throws IllegalArgumentException if a value is missing, unused or of a wrong type;
	 * the message contains its name
	 */
	JsonNode fill(Map<String, ?> values);

	/**
	 * Fills the placeholders. A placeholder without a value gets the preview value of the
	 * file.
	 * @param values values by the names of the placeholders
	 * @return a new tree with the card
	 * @throws IllegalArgumentException if a value is missing, unused or of a wrong type;
	 * the message contains its name
	 */
	JsonNode preview(Map<String, ?> values);

}
