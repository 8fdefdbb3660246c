package io.ephemeral.feishu.card;

import java.util.Map;

import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Speed and strategy of writing a streamed text.
 *
 * @param printFrequencyMs milliseconds between steps, by kind of client; the client's
 * default when absent
 * @param printStep number of characters in a step, by kind of client; the client's
 * default when absent
 * @param printStrategy treatment of pending text; {@link PrintStrategy#FAST} when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record StreamingConfig(@Nullable JsonNode printFrequencyMs, @Nullable JsonNode printStep,
		@Nullable PrintStrategy printStrategy, Map<String, JsonNode> unknown) implements CardPart {

	public StreamingConfig {
		unknown = OrderedCopy.of(unknown);
	}

	@Override
	public String toString() {
		return "StreamingConfig";
	}

}
