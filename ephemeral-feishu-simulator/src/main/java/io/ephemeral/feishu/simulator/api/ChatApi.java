package io.ephemeral.feishu.simulator.api;

import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.ChatView;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.netty.handler.codec.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operation that describes a chat. A bot outside of it receives the public part only.
 */
public final class ChatApi {

	private final Tenant tenant;

	ChatApi(Tenant tenant) {
		this.tenant = tenant;
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.add(HttpMethod.GET, "/open-apis/im/v1/chats/:id",
				tokenCheck.beforeChats((tenant, request) -> new ChatApi(tenant).get(request)));
	}

	private ApiResponse get(ApiRequest request) {
		ChatView view = this.tenant.requireChat(request.pathId());
		ApiResponse response = ApiResponse.ok();
		ObjectNode data = response.body()
			.putObject("data")
			.put("avatar", "")
			.put("name", view.chat().name())
			.put("user_count", Integer.toString(view.members().size()))
			.put("bot_count", view.hasBot() ? "1" : "0")
			.put("chat_status", "normal");
		if (view.hasBot()) {
			describe(view, data);
		}
		return response;
	}

	private void describe(ChatView view, ObjectNode data) {
		ChatMode mode = view.chat().mode();
		data.put("description", "")
			.put("chat_mode", mode.value())
			.put("chat_type", "private")
			.put("chat_tag", "inner")
			.put("moderation_permission", "all_members")
			.put("external", false)
			.put("tenant_key", this.tenant.tenantKey());
		if (mode == ChatMode.GROUP) {
			data.put("group_message_type", "chat");
		}
		Person owner = view.owner();
		if (owner != null) {
			data.put("owner_id_type", "open_id").put("owner_id", owner.openId());
		}
	}

}
