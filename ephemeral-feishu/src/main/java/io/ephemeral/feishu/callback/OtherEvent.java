package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that has no type of its own here.
 *
 * @param id the {@code event_id}, or the {@code uuid} of the old shape
 * @param type such as {@code im.chat.member.bot.added_v1}
 * @param tenantKey the company; null if the platform has not said
 * @param json all that the platform has sent
 */
public record OtherEvent(String id, String type, @Nullable TenantKey tenantKey, JsonNode json) implements FeishuEvent {

	@Override
	public String toString() {
		return "OtherEvent[" + this.type + ", " + this.id + "]";
	}

}
