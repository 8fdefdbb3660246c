package io.ephemeral.feishu.form;

import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * What the application has set for one form. It travels in the value of the submit
 * button, so that the form can be shown again.
 *
 * @param title title; null for the default
 * @param text text above the form; null for none
 * @param submit label of the submit button; null for the default
 * @param back action of the button that leads back; null for no such button
 * @param cancel action of the button that cancels; null for no such button
 */
record FormSettings(@Nullable String title, @Nullable String text, @Nullable String submit, @Nullable String back,
		@Nullable String cancel) {

	private static final int MOST_CHARACTERS = 1000;

	FormSettings {
		Assert.isTrue(length(title) + length(text) + length(submit) <= MOST_CHARACTERS,
				() -> "The title, the text and the label of a form must not have more than " + MOST_CHARACTERS
						+ " characters together; put longer texts into messages and use their codes");
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

	static FormSettings none() {
		return new FormSettings(null, null, null, null, null);
	}

	/** Reads what comes from a client. Texts that no form can have are ignored. */
	static FormSettings of(JsonNode json) {
		try {
			return new FormSettings(text(json, "title"), text(json, "text"), text(json, "submit"), text(json, "back"),
					text(json, "cancel"));
		}
		catch (IllegalArgumentException ex) {
			return none();
		}
	}

	private static @Nullable String text(JsonNode json, String name) {
		String text = json.path(name).asString("");
		return text.isBlank() ? null : text;
	}

	FormSettings withTitle(String title) {
		return new FormSettings(title, this.text, this.submit, this.back, this.cancel);
	}

	FormSettings withText(String text) {
		return new FormSettings(this.title, text, this.submit, this.back, this.cancel);
	}

	FormSettings withSubmit(String submit) {
		return new FormSettings(this.title, this.text, submit, this.back, this.cancel);
	}

	FormSettings withButtons(@Nullable String back, @Nullable String cancel) {
		return new FormSettings(this.title, this.text, this.submit, back, cancel);
	}

	JsonNode json() {
		ObjectNode json = CardMapper.INSTANCE.createObjectNode();
		put(json, "title", this.title);
		put(json, "text", this.text);
		put(json, "submit", this.submit);
		put(json, "back", this.back);
		put(json, "cancel", this.cancel);
		return json;
	}

	private static void put(ObjectNode json, String name, @Nullable String text) {
		if (text != null) {
			json.put(name, text);
		}
	}

}
