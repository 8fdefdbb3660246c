package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What members do on the page, and where the application says that it listens: the
 * simulator's own operations, beside those of the platform.
 * <p>
 * A page of another site can send requests here as well, but not as JSON.
 */
final class PageActions {

	private static final Pattern MENTION = Pattern.compile("@(all|" + Tenant.BOT_NAME + ")(?:\\h|(?=\\R)|$)",
			Pattern.CASE_INSENSITIVE);

	private final Tenant tenant;

	private final EventSender events;

	private final EventPayloads payloads;

	private final AppTickets tickets;

	PageActions(Tenant tenant, EventSender events, EventPayloads payloads, AppTickets tickets) {
		this.tenant = tenant;
		this.events = events;
		this.payloads = payloads;
		this.tickets = tickets;
	}

	void addTo(HttpServerRoutes routes) {
		routes.post("/simulator/messages", (request, response) -> answer(request, response, this::say));
		routes.post("/simulator/clicks", (request, response) -> answer(request, response, this::click));
		routes.put("/simulator/urls", (request, response) -> answer(request, response, this::register));
	}

	private Mono<Void> say(JsonNode body) {
		SimulatedChat chat = chat(body);
		Person sender = chat.present(body.path("member").asString(""));
		String text = body.path("text").asString("").strip();
		if (text.isEmpty()) {
			return Mono.error(new IllegalArgumentException("The text is blank"));
		}
		MemberMessage written = written(text);
		return this.tenant.announce(this.tenant.write(chat, sender, written), sender, written);
	}

	/** A name at the beginning is a mention, of the bot or of all. */
	private static MemberMessage written(String text) {
		MemberMessage.Builder message = MemberMessage.builder();
		Matcher mention = MENTION.matcher(text);
		if (!mention.lookingAt()) {
			return message.text(text).build();
		}
		String rest = text.substring(mention.end());
		boolean all = mention.group(1).equalsIgnoreCase("all");
		return (all ? message.mentionAll() : message.mentionBot()).text(rest).build();
	}

	private Mono<Void> click(JsonNode body) {
		SimulatedChat chat = chat(body);
		if (!(body.get("action") instanceof ObjectNode action)) {
			return Mono.error(new IllegalArgumentException("There is no action"));
		}
		return this.tenant.clicks()
			.click(chat, chat.present(body.path("member").asString("")), body.path("messageId").asString(""), action)
			.then();
	}

	private SimulatedChat chat(JsonNode body) {
		String id = body.path("chat").asString("");
		return this.tenant.chats()
			.stream()
			.filter((chat) -> chat.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no chat " + id));
	}

	private Mono<Void> register(JsonNode body) {
		String callbackUrl = body.path("callback_url").asString("");
		String eventUrl = body.path("event_url").asString("");
		JsonNode challenge = this.payloads.challenge(Ids.random());
		Mono<Void> callbacks = callbackUrl.isEmpty() ? Mono.empty()
				: this.events.sendCallbacksTo(URI.create(callbackUrl), challenge);
		return eventUrl.isEmpty() ? callbacks
				: callbacks.then(this.events.sendEventsTo(URI.create(eventUrl), challenge)).then(this.tickets.push());
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response,
			Function<JsonNode, Mono<Void>> action) {
		if (!isJson(request)) {
			return refuse(response, 403, "Only JSON is accepted");
		}
		return RequestBody.read(request)
			.map(Json::parse)
			.flatMap(action)
			.then(Mono.defer(() -> response.status(204).send()))
			.onErrorResume(RequestBody.TooLargeException.class,
					(ex) -> refuse(response.keepAlive(false), 413, ex.getMessage()))
			.onErrorResume((ex) -> ex instanceof IllegalArgumentException || ex instanceof IllegalStateException
					|| ex instanceof JacksonException, (ex) -> refuse(response, 400, ex.getMessage()));
	}

	private static boolean isJson(HttpServerRequest request) {
		return request.requestHeaders().get(HttpHeaderNames.CONTENT_TYPE, "").startsWith("application/json");
	}

	private static Mono<Void> refuse(HttpServerResponse response, int status, @Nullable String message) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", (message != null) ? message : "");
		return response.status(status)
			.header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
			.sendString(Mono.just(Json.text(body)))
			.then();
	}

}
