package io.ephemeral.feishu.event;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something has happened on the platform. It is acknowledged before anybody is told, so
 * that the platform does not send it again; what it sends twice nevertheless is told
 * once.
 */
public sealed interface FeishuEvent permits MessageReceived, BotMenuPressed, AppTicketReceived, OtherEvent {

	/**
	 * By which a second delivery is known.
	 * @return the {@code event_id}, or the {@code uuid} of the old shape
	 */
	String id();

	/**
	 * The company in which it has happened.
	 * @return the tenant key, or null if the platform has not said
	 */
	@Nullable TenantKey tenantKey();

	/**
	 * All that the platform has sent.
	 * @return the deciphered body, not to be changed
	 */
	JsonNode json();

}
