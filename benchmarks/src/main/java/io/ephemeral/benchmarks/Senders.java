package io.ephemeral.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import com.lark.oapi.Client;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Factory of the competitors. They send the same JSON, each with its default HTTP client
 * and connection pool.
 */
final class Senders {

	static final String TEMPLATE = "template";

	static final String TEMPLATE_NEW_CARDS = "template, new cards";

	static final String WEB_CLIENT = "WebClient";

	static final String WEB_CLIENT_READY_BYTES = "WebClient, ready bytes";

	static final String SDK = "SDK";

	private static final String CHAT = "oc_20aa1ed9b18ba49f73f5773453aabcef";

	private static final String VIEWER = "ou_b9600a00cda86b8fad2378eafe3abcef";

	private static final Card CARD = card();

	private Senders() {
	}

	static Sender named(String name, URI endpoint) {
		return switch (name) {
			case TEMPLATE -> template(endpoint, () -> CARD);
			case TEMPLATE_NEW_CARDS -> template(endpoint, Senders::card);
			case WEB_CLIENT -> webClient(endpoint, body());
			case WEB_CLIENT_READY_BYTES -> webClient(endpoint, json().getBytes(StandardCharsets.UTF_8));
			case SDK -> sdk(endpoint);
			default -> throw new IllegalArgumentException(name);
		};
	}

	private static Card card() {
		return Card.builder()
			.header(Header.of("Set a reminder").template(HeaderTemplate.BLUE))
			.add(Markdown.of("Only you can see this. ".repeat(10)))
			.add(Button.builder("Save").type(Button.Type.PRIMARY).callback(Map.of("action", "save")))
			.build();
	}

	/** Returns the template from an application context with the starter. */
	private static Sender template(URI endpoint, Supplier<Card> card) {
		SpringApplication application = new SpringApplicationBuilder(StartupApplication.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("feishu.app-id=cli_benchmark", "feishu.app-secret=benchmark", "feishu.base-url=" + endpoint,
					"feishu.rate-limit.enabled=false")
			.build();
		EphemeralCardTemplate cards = application.run().getBean(EphemeralCardTemplate.class);
		ChatId chat = new ChatId(CHAT);
		Viewer viewer = Viewer.openId(VIEWER);
		return () -> cards.send(chat, viewer, card.get()).messageId().value();
	}

	/**
	 * Returns a sender without a library, with a fixed token and the codecs of the
	 * client.
	 */
	private static Sender webClient(URI endpoint, Object body) {
		WebClient client = WebClient.builder()
			.baseUrl(endpoint.toString())
			.defaultHeaders((headers) -> headers.setBearerAuth("t-benchmark"))
			.build();
		return () -> messageId(client.post()
			.uri(Endpoint.SEND_PATH)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.retrieve()
			.bodyToMono(JsonNode.class));
	}

	/**
	 * Returns a sender with the generic call of the official SDK, because the SDK does
	 * not have the operation.
	 */
	private static Sender sdk(URI endpoint) {
		Client client = Client.newBuilder("cli_benchmark", "benchmark").openBaseUrl(endpoint.toString()).build();
		SdkBody body = new SdkBody();
		return () -> {
			RawResponse response = client.post(Endpoint.SEND_PATH, body, AccessTokenType.Tenant);
			return JsonParser.parseString(new String(response.getBody(), StandardCharsets.UTF_8))
				.getAsJsonObject()
				.getAsJsonObject("data")
				.get("message_id")
				.getAsString();
		};
	}

	private static String messageId(Mono<JsonNode> response) {
		return Objects.requireNonNull(response.block()).at("/data/message_id").asString();
	}

	private static String json() {
		return "{\"chat_id\":\"" + CHAT + "\",\"open_id\":\"" + VIEWER + "\",\"msg_type\":\"interactive\",\"card\":"
				+ CARD.toJson() + "}";
	}

	private static Map<String, Object> body() {
		Map<String, Object> title = Map.of("tag", "plain_text", "content", "Set a reminder");
		Map<String, Object> markdown = Map.of("tag", "markdown", "content", "Only you can see this. ".repeat(10));
		Map<String, Object> button = Map.of("tag", "button", "text", Map.of("tag", "plain_text", "content", "Save"),
				"type", "primary", "behaviors", List.of(Map.of("type", "callback", "value", Map.of("action", "save"))));
		Map<String, Object> card = Map.of("schema", "2.0", "header", Map.of("title", title, "template", "blue"), "body",
				Map.of("elements", List.of(markdown, button)));
		return Map.of("chat_id", CHAT, "open_id", VIEWER, "msg_type", "interactive", "card", card);
	}

	/** Body for the SDK, which uses reflection and therefore needs a class. */
	@SuppressWarnings("UnusedVariable")
	private static final class SdkBody {

		@SerializedName("chat_id")
		private final String chatId = CHAT;

		@SerializedName("open_id")
		private final String openId = VIEWER;

		@SerializedName("msg_type")
		private final String messageType = "interactive";

		private final JsonObject card = JsonParser.parseString(CARD.toJson()).getAsJsonObject();

	}

}
