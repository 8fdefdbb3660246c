package io.ephemeral.feishu.event;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event of a type without its own record, or event that lacks a required id of its type.
 * The first event of each type is logged at {@code DEBUG}, without its content.
 *
 * @param id the {@code event_id}, or the {@code uuid} of the older shape
 * @param type type such as {@code im.chat.member.bot.added_v1}
 * @param tenantKey the tenant; null if the event does not contain it
 * @param json the whole event
 */
public record OtherEvent(String id, String type, @Nullable TenantKey tenantKey, JsonNode json) implements FeishuEvent {

	@Override
	public String toString() {
		return "OtherEvent[" + this.type + ", " + this.id + "]";
	}

}
