package io.ephemeral.feishu.event;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody has pressed an entry of the bot's menu, which is in their conversation with
 * the bot: the event names no group.
 *
 * @param id the {@code event_id}
 * @param tenantKey the company; null if the platform has not said
 * @param operator who, by open id
 * @param key what the developer console calls the entry
 * @param pressedAt when; null if the platform has not said
 * @param json all that the platform has sent
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/bot/events/menu">Bot
 * menu</a>
 */
public record BotMenuPressed(String id, @Nullable TenantKey tenantKey, Viewer operator, String key,
		@Nullable Instant pressedAt, JsonNode json) implements FeishuEvent {

	@Override
	public String toString() {
		return "BotMenuPressed[" + this.id + "]";
	}

}
