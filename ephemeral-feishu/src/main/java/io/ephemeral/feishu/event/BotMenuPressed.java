package io.ephemeral.feishu.event;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event for the use of an entry of the bot's menu. The menu is in the direct chat with
 * the bot, so the event contains no group.
 *
 * @param id the {@code event_id}
 * @param tenantKey the tenant; null if the event does not contain it
 * @param operator the user, by open id
 * @param key key of the entry in the developer console
 * @param pressedAt time of the use; null if the event does not contain it
 * @param json the whole event
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
