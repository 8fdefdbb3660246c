package io.ephemeral.feishu.form;

import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Texts that the application has set for one form. They travel in the value of the submit
 * button, so that the form can be shown again.
 *
 * @param title title; null for the default
 * @param text text above the form; null for none
 * @param submit label of the submit button; null for the default
 */
record FormTexts(@Nullable String title, @Nullable String text, @Nullable String submit) {

	private static final int MOST_CHARACTERS = 1000;

	FormTexts {
		Assert.isTrue(length(title) + length(text) + length(submit) <= MOST_CHARACTERS,
				() -> "The title, the text and the label of a form must not have more than " + MOST_CHARACTERS
						+ " characters together; put longer texts into messages and use their codes");
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	static FormTexts none() {
		return new FormTexts(null, null, null);
	}

	/** Reads texts that come from a client. Texts that no form can have are ignored. */
	static FormTexts of(JsonNode json) {
		try {
			return new FormTexts(text(json, "title"), text(json, "text"), text(json, "submit"));
		}
		catch (IllegalArgumentException ex) {
			return none();
		}
	}

	private static @Nullable String text(JsonNode json, String name) {
		String text = json.path(name).asString("");
		return text.isBlank() ? null : text;
	}

	JsonNode json() {
		ObjectNode json = CardMapper.INSTANCE.createObjectNode();
		put(json, "title", this.title);
		put(json, "text", this.text);
		put(json, "submit", this.submit);
		return json;
	}

	private static void put(ObjectNode json, String name, @Nullable String text) {
		if (text != null) {
			json.put(name, text);
		}
	}

}
