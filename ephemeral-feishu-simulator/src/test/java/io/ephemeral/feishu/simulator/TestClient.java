package io.ephemeral.feishu.simulator;

import java.util.Map;
import java.util.Objects;

import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls a simulator with nothing but HTTP and JSON.
 */
public final class TestClient {

	public static final String SEND = "/open-apis/ephemeral/v1/send";

	public static final String DELETE = "/open-apis/ephemeral/v1/delete";

	public static final String TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";

	public static final String MESSAGES = "/open-apis/im/v1/messages";

	private final FeishuSimulator feishu;

	private final HttpClient http;

	public TestClient(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.http = HttpClient.newConnection().baseUrl(feishu.baseUrl().toString());
	}

	public static ObjectNode card(String title) {
		ObjectNode card = JsonNodeFactory.instance.objectNode().put("schema", "2.0");
		card.putObject("header").putObject("title").put("tag", "plain_text").put("content", title);
		card.putObject("body")
			.putArray("elements")
			.addObject()
			.put("tag", "markdown")
			.put("content", "*" + title + "*");
		return card;
	}

	public static ObjectNode request(SimulatedChat chat, String viewer, JsonNode card) {
		ObjectNode request = JsonNodeFactory.instance.objectNode()
			.put("chat_id", chat.id())
			.put("open_id", chat.openId(viewer))
			.put("msg_type", "interactive");
		request.set("card", card);
		return request;
	}

	public Answer fetchToken() {
		return fetchToken(this.feishu.appId(), this.feishu.appSecret());
	}

	public Answer fetchToken(String appId, String appSecret) {
		return post(TOKEN, Map.of("Content-Type", "application/json"),
				JsonNodeFactory.instance.objectNode().put("app_id", appId).put("app_secret", appSecret).toString());
	}

	public String token() {
		return fetchToken().body().path("tenant_access_token").asString();
	}

	public Answer send(SimulatedChat chat, String viewer, String title) {
		return send(request(chat, viewer, card(title)));
	}

	public Answer send(JsonNode body) {
		return call(SEND, body.toString());
	}

	public Answer delete(String messageId) {
		return call(DELETE, JsonNodeFactory.instance.objectNode().put("message_id", messageId).toString());
	}

	public Answer publish(SimulatedChat chat, JsonNode card) {
		return publish(chat, card, "");
	}

	public Answer publish(SimulatedChat chat, JsonNode card, String uuid) {
		return call(MESSAGES + "?receive_id_type=chat_id", message(card, uuid).put("receive_id", chat.id()).toString());
	}

	public Answer reply(String messageId, JsonNode card) {
		return call(MESSAGES + "/" + messageId + "/reply", message(card, "").toString());
	}

	public Answer update(String messageId, JsonNode card) {
		String body = JsonNodeFactory.instance.objectNode().put("content", card.toString()).toString();
		return call(HttpMethod.PATCH, MESSAGES + "/" + messageId, body);
	}

	public Answer recall(String messageId) {
		return call(HttpMethod.DELETE, MESSAGES + "/" + messageId, "");
	}

	public static ObjectNode message(JsonNode card, String uuid) {
		return JsonNodeFactory.instance.objectNode()
			.put("msg_type", "interactive")
			.put("content", card.toString())
			.put("uuid", uuid);
	}

	public Answer call(HttpMethod method, String path, String body) {
		Map<String, String> headers = Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json");
		return Objects.requireNonNull(exchange(method, path, headers, body).block());
	}

	public Answer call(String path, String body) {
		return call(HttpMethod.POST, path, body);
	}

	public Answer get(String path) {
		return Objects.requireNonNull(exchange(HttpMethod.GET, path, Map.of(), "").block());
	}

	public Answer post(String path, Map<String, String> headers, String body) {
		return Objects.requireNonNull(exchange(HttpMethod.POST, path, headers, body).block());
	}

	public Mono<Answer> exchange(HttpMethod method, String path, Map<String, String> headers, String body) {
		return this.http.headers((all) -> headers.forEach(all::set))
			.request(method)
			.uri(path)
			.send(ByteBufMono.fromString(Mono.just(body)))
			.responseSingle((response, content) -> content.asString()
				.defaultIfEmpty("")
				.map((text) -> new Answer(response.status().code(), response.responseHeaders(), text)));
	}

	public record Answer(int status, HttpHeaders headers, String text) {

		public JsonNode body() {
			return Json.parse(this.text);
		}

		public int code() {
			return body().path("code").asInt(-1);
		}

		public String messageId() {
			return body().path("data").path("message_id").asString();
		}

		public String violatedField() {
			return body().path("error").path("field_violations").path(0).path("field").asString("");
		}

	}

}
