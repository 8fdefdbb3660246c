package io.ephemeral.feishu.simulator.page;

import java.net.URI;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.api.RequestBody;
import io.ephemeral.feishu.simulator.event.AppTickets;
import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.event.EventPayloads;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
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
 * Operations of the page, and the registration of the application's URLs. The platform
 * does not have them.
 * <p>
 * They accept JSON only, because a page of another site can send any other request.
 */
public final class PageActions {

	private final Tenant tenant;

	private final Clicks clicks;

	private final EventSender events;

	private final EventPayloads payloads;

	private final AppTickets tickets;

	private final Function<String, WrittenMessage> typed;

	public PageActions(Tenant tenant, Clicks clicks, EventSender events, EventPayloads payloads, AppTickets tickets,
			Function<String, WrittenMessage> typed) {
		this.tenant = tenant;
		this.clicks = clicks;
		this.events = events;
		this.payloads = payloads;
		this.tickets = tickets;
		this.typed = typed;
	}

	public void addTo(HttpServerRoutes routes) {
		routes.post("/simulator/messages", (request, response) -> answer(request, response, this::say));
		routes.post("/simulator/clicks", (request, response) -> answer(request, response, this::click));
		routes.put("/simulator/urls", (request, response) -> answer(request, response, this::register));
	}

	private Mono<Void> say(JsonNode body) {
		Chat chat = chat(body);
		Person sender = this.tenant.presentMember(chat, body.path("member").asString(""));
		String text = body.path("text").asString("").strip();
		if (text.isEmpty()) {
			return Mono.error(new IllegalArgumentException("The field 'text' must not be blank"));
		}
		return this.tenant.write(chat, sender.name(), this.typed.apply(text)).then();
	}

	private Mono<Void> click(JsonNode body) {
		Chat chat = chat(body);
		if (!(body.get("action") instanceof ObjectNode action)) {
			return Mono.error(new IllegalArgumentException("The field 'action' must be an object"));
		}
		Person member = this.tenant.presentMember(chat, body.path("member").asString(""));
		return this.clicks.click(chat, member, body.path("messageId").asString(""), action).then();
	}

	private Chat chat(JsonNode body) {
		String id = body.path("chat").asString("");
		return this.tenant.chats()
			.stream()
			.filter((chat) -> chat.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no chat with the id '" + id + "'"));
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
