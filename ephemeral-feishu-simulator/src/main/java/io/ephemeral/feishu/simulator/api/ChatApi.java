package io.ephemeral.feishu.simulator.api;

import java.util.List;

import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.ChatView;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.netty.handler.codec.http.HttpMethod;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations that list the groups of the bot and describe a chat. A bot outside of a chat
 * receives the public part only.
 */
public final class ChatApi {

	private static final int PAGE_SIZE = 20;

	private static final int MAX_PAGE_SIZE = 100;

	private final Tenant tenant;

	ChatApi(Tenant tenant) {
		this.tenant = tenant;
	}

	public static void addTo(ApiRoutes routes, TokenCheck tokenCheck) {
		routes.add(HttpMethod.GET, "/open-apis/im/v1/chats",
				tokenCheck.beforeChats((tenant, request) -> new ChatApi(tenant).list(request)));
		routes.add(HttpMethod.GET, "/open-apis/im/v1/chats/:id",
				tokenCheck.beforeChats((tenant, request) -> new ChatApi(tenant).get(request)));
	}

	/** A page token is the number of groups before the page. */
	private ApiResponse list(ApiRequest request) {
		int size = number(request, "page_size", PAGE_SIZE);
		int start = number(request, "page_token", 0);
		if (size < 1 || size > MAX_PAGE_SIZE) {
			throw ApiRefusal.validation("page_size", Integer.toString(size), "the range is 1 to " + MAX_PAGE_SIZE);
		}
		List<Chat> groups = this.tenant.groups().stream().filter(this.tenant::hasBot).toList();
		boolean more = groups.size() > start + size;
		ApiResponse response = ApiResponse.ok();
		ObjectNode data = response.body()
			.putObject("data")
			.put("page_token", more ? Integer.toString(start + size) : "")
			.put("has_more", more);
		ArrayNode items = data.putArray("items");
		groups.stream().skip(start).limit(size).forEach((group) -> summarize(group, items.addObject()));
		return response;
	}

	private static int number(ApiRequest request, String parameter, int standard) {
		String value = request.parameter(parameter);
		if (value.isEmpty()) {
			return standard;
		}
		try {
			return Integer.parseUnsignedInt(value);
		}
		catch (NumberFormatException ex) {
			throw ApiRefusal.validation(parameter, value, "invalid " + parameter);
		}
	}

	private void summarize(Chat group, ObjectNode item) {
		item.put("chat_id", group.id())
			.put("avatar", "")
			.put("name", group.name())
			.put("description", "")
			.put("external", false)
			.put("tenant_key", this.tenant.tenantKey())
			.put("chat_status", "normal");
		putOwner(this.tenant.view(group), item);
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
		putOwner(view, data);
	}

	private static void putOwner(ChatView view, ObjectNode json) {
		Person owner = view.owner();
		if (owner != null) {
			json.put("owner_id_type", "open_id").put("owner_id", owner.openId());
		}
	}

}
