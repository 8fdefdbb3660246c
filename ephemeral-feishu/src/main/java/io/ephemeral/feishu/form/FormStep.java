package io.ephemeral.feishu.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Step that a {@link RecordForm} is among several ones. Buttons below the form lead back
 * and cancel. Their clicks have the value of the submit button with another action. They
 * do not send what was typed, and do not use a seal that can be used once.
 *
 * @param value value of the submit button before it is sealed: an object with its action
 * @param back action of the button {@code Back}; null for no such button
 * @param cancel action of the button {@code Cancel}; null for no such button
 */
public record FormStep(JsonNode value, @Nullable String back, @Nullable String cancel) {

	public FormStep {
		value = value.deepCopy();
	}

	@Override
	public String toString() {
		return "FormStep";
	}

}
