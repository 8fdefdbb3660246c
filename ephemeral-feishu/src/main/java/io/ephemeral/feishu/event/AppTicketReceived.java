package io.ephemeral.feishu.event;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Event with an app ticket of a store app. The platform pushes an app ticket every hour,
 * and the app needs the latest one for its tokens.
 *
 * @param id the {@code uuid}
 * @param tenantKey always null, because a ticket belongs to the app in all tenants
 * @param appId id of the store app
 * @param ticket the app ticket; never printed
 * @param pushedAt time at which the platform pushed the ticket; the latest ticket is the
 * valid one
 * @param json the whole event
 */
public record AppTicketReceived(String id, @Nullable TenantKey tenantKey, String appId, String ticket, Instant pushedAt,
		JsonNode json) implements FeishuEvent {

	@Override
	public String toString() {
		return "AppTicketReceived[" + this.appId + "]";
	}

}
