package io.ephemeral.feishu.simulator;

import io.netty.handler.codec.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells about a chat, and to a bot that is not in it only what everybody may know.
 */
final class ChatApi {

	private final Tenant tenant;

	ChatApi(Tenant tenant) {
		this.tenant = tenant;
	}

	static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.add(HttpMethod.GET, "/open-apis/im/v1/chats/:id",
				tokenCheck.beforeChats((tenant, request) -> new ChatApi(tenant).get(request)));
	}

	private ApiResponse get(ApiRequest request) {
		synchronized (this.tenant) {
			SimulatedChat chat = this.tenant.requireChat(request.pathId());
			ApiResponse response = ApiResponse.ok();
			ObjectNode data = response.body()
				.putObject("data")
				.put("avatar", "")
				.put("name", chat.name())
				.put("user_count", Integer.toString(chat.memberCount()))
				.put("bot_count", chat.hasBot() ? "1" : "0")
				.put("chat_status", "normal");
			if (chat.hasBot()) {
				describe(chat, data);
			}
			return response;
		}
	}

	private void describe(SimulatedChat chat, ObjectNode data) {
		data.put("description", "")
			.put("chat_mode", chat.mode().value())
			.put("chat_type", "private")
			.put("chat_tag", "inner")
			.put("moderation_permission", "all_members")
			.put("external", false)
			.put("tenant_key", this.tenant.tenantKey());
		if (chat.mode() == ChatMode.GROUP) {
			data.put("group_message_type", "chat");
		}
		Person owner = chat.owner();
		if (owner != null) {
			data.put("owner_id_type", "open_id").put("owner_id", owner.openId());
		}
	}

}
