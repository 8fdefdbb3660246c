package io.ephemeral.feishu.event;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event of the platform. The library acknowledges an event before it calls listeners, so
 * that the platform does not send the event again. If the platform sends an event twice,
 * listeners receive it once.
 */
public sealed interface FeishuEvent permits MessageReceived, BotMenuPressed, AppTicketReceived, OtherEvent {

	/**
	 * Returns the id of the event, which is the same in a second delivery.
	 * @return the {@code event_id}, or the {@code uuid} of the older shape
	 */
	String id();

	/**
	 * Returns the tenant of the event.
	 * @return the tenant key, or null if the event does not contain it
	 */
	@Nullable TenantKey tenantKey();

	/**
	 * Returns the whole event.
	 * @return the deciphered body, not to be changed
	 */
	JsonNode json();

}
