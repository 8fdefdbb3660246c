package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.netty.handler.codec.http.HttpMethod;

/**
 * Operation that describes the bot.
 */
public final class BotApi {

	private BotApi() {
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.add(HttpMethod.GET, "/open-apis/bot/v3/info", tokenCheck.beforeBot((tenant, request) -> info(tenant)));
	}

	/** Unlike other responses, this one has no {@code data}. */
	private static ApiResponse info(Tenant tenant) {
		ApiResponse response = ApiResponse.ok();
		response.body()
			.putObject("bot")
			.put("activate_status", 2)
			.put("app_name", Tenant.BOT_NAME)
			.put("avatar_url", "")
			.put("open_id", tenant.botOpenId())
			.putArray("ip_white_list");
		return response;
	}

}
