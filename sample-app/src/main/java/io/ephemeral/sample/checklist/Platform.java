package io.ephemeral.sample.checklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import io.ephemeral.feishu.registration.AppSettings;
import io.ephemeral.feishu.registration.AppSettingsLookup;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls for which the library has no method, or which the library refuses before it sends
 * them.
 */
final class Platform {

	private static final FeishuCall BOT = FeishuCall.of("bot.info", HttpMethod.GET, "/open-apis/bot/v3/info");

	private final FeishuApi api;

	private final AppSettingsLookup settings;

	Platform(WebClient client) {
		this.api = new FeishuApi(client);
		this.settings = new AppSettingsLookup(client);
	}

	AppSettings settings(String appId) {
		return Objects.requireNonNull(this.settings.find(appId).block());
	}

	JsonNode bot() {
		return call(BOT);
	}

	/**
	 * Returns all groups of the bot.
	 */
	List<Group> groups() {
		List<Group> groups = new ArrayList<>();
		JsonNode page;
		String next = "";
		do {
			page = call(FeishuCall.of("chat.list", HttpMethod.GET,
					"/open-apis/im/v1/chats?page_size=100&page_token={token}", next))
				.path("data");
			page.path("items")
				.forEach((item) -> groups.add(
						new Group(new ChatId(item.required("chat_id").stringValue()), item.path("name").asString(""))));
			next = page.path("page_token").asString("");
		}
		while (page.path("has_more").asBoolean(false) && !next.isEmpty());
		return groups;
	}

	JsonNode chat(ChatId chat) {
		return call(FeishuCall.of("chat.get", HttpMethod.GET, "/open-apis/im/v1/chats/{chat}", chat.value()));
	}

	/**
	 * Sends a card without the checks of the library.
	 * @param further fields of the request beside those that the library sends
	 */
	MessageId send(ChatId chat, Viewer viewer, JsonNode card, Map<String, String> further) {
		Map<String, Object> body = new LinkedHashMap<>(further);
		body.put("chat_id", chat.value());
		body.put((viewer instanceof Viewer.Email) ? "email" : "open_id", viewer.value());
		body.put("msg_type", "interactive");
		body.put("card", card);
		JsonNode response = call(FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send").body(body));
		return new MessageId(response.path("data").required("message_id").stringValue());
	}

	/** Deletes a card, and does not treat a card that is gone as deleted. */
	void delete(MessageId message) {
		call(FeishuCall.post("ephemeral.delete", "/open-apis/ephemeral/v1/delete")
			.body(Map.of("message_id", message.value())));
	}

	/** Updates a clicked card, without the people who see the update. */
	void updateClicked(String token, JsonNode card) {
		call(FeishuCall.post("card.update", "/open-apis/interactive/v1/card/update")
			.body(Map.of("token", token, "card", card)));
	}

	private JsonNode call(FeishuCall call) {
		return Objects.requireNonNull(this.api.call(call, (response) -> response).block());
	}

	/**
	 * Group of the bot.
	 *
	 * @param name name for the person; never in the report
	 */
	record Group(ChatId id, String name) {
	}

}
