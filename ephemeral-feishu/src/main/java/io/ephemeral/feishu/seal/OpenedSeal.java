package io.ephemeral.feishu.seal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Content of a seal that allows a click.
 *
 * @param state state of the action: an object without the name of the action
 * @param onceId id of the seal if it can be used once; null otherwise
 */
public record OpenedSeal(JsonNode state, @Nullable String onceId) {

	@Override
	public String toString() {
		return "OpenedSeal";
	}

}
