package io.ephemeral.feishu.event;

import java.time.Instant;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The platform has sent the ticket with which a store app gets its tokens, as it does
 * every hour. The latest one counts.
 *
 * @param id the {@code uuid}
 * @param tenantKey null: a ticket is that of the app in all companies
 * @param appId the store app
 * @param ticket the ticket, which is never printed
 * @param pushedAt when, by which the latest is told
 * @param json all that the platform has sent
 */
public record AppTicketReceived(String id, @Nullable TenantKey tenantKey, String appId, String ticket, Instant pushedAt,
		JsonNode json) implements FeishuEvent {

	@Override
	public String toString() {
		return "AppTicketReceived[" + this.appId + "]";
	}

}
