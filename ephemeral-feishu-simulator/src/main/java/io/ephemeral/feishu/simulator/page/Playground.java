package io.ephemeral.feishu.simulator.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.api.RequestBody;
import io.ephemeral.feishu.simulator.playground.CardBench;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Page on which a developer pastes a card, sees it, fixes it, and takes it as code.
 * <p>
 * It accepts JSON only, because a page of another site can send any other request. What
 * is pasted is read and never run.
 */
public final class Playground {

	private static final List<String> SCRIPTS = List.of("bench", "callback", "editor", "examples", "lines",
			"placeholders", "playground", "preview", "previews", "sources", "violations");

	private final CardBench bench;

	/**
	 * Creates a playground.
	 * @param bench reader of the pasted cards
	 */
	public Playground(CardBench bench) {
		this.bench = bench;
	}

	/**
	 * Adds the page, and the request of its script.
	 * @param routes routes of the server
	 */
	public void addTo(HttpServerRoutes routes) {
		files().forEach((file) -> file.addTo(routes));
		routes.post("/playground/cards", this::answer);
	}

	private static List<StaticFile> files() {
		List<StaticFile> files = new ArrayList<>();
		files.add(StaticFile.ofPage("/playground", StaticFile.HTML, "playground.html"));
		files.add(StaticFile.ofPage("/playground/preview", StaticFile.HTML, "preview.html"));
		files.add(StaticFile.ofPage("/playground.css", StaticFile.CSS, "playground.css"));
		SCRIPTS
			.forEach((name) -> files.add(StaticFile.ofPage("/" + name + ".js", StaticFile.JAVA_SCRIPT, name + ".js")));
		return files;
	}

	private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		if (!request.requestHeaders().get(HttpHeaderNames.CONTENT_TYPE, "").startsWith("application/json")) {
			return response.status(403).send();
		}
		return RequestBody.read(request)
			.publishOn(Schedulers.boundedElastic())
			.map((body) -> sheet(Json.parse(body)))
			.flatMap((sheet) -> response.header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
				.header(HttpHeaderNames.CACHE_CONTROL, "no-store")
				.sendString(Mono.just(Json.text(sheet)))
				.then())
			.onErrorResume(RequestBody.TooLargeException.class, (ex) -> response.keepAlive(false).status(413).send())
			.onErrorResume(JacksonException.class, (ex) -> response.status(400).send());
	}

	private ObjectNode sheet(JsonNode request) {
		Map<String, String> values = new LinkedHashMap<>();
		request.path("values")
			.properties()
			.forEach((value) -> values.put(value.getKey(), value.getValue().asString("")));
		return json(this.bench.read(request.path("text").asString(""), values));
	}

	private static ObjectNode json(CardBench.Sheet sheet) {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("problem", sheet.problem());
		sheet.cards()
			.forEach((language, card) -> json.withArray("cards")
				.addObject()
				.put("language", language)
				.set("card", Json.parse(card)));
		sheet.violations()
			.forEach((violation) -> json.withArray("violations")
				.addObject()
				.put("path", violation.path())
				.put("severity", violation.severity())
				.put("problem", violation.problem())
				.put("remedy", violation.remedy()));
		sheet.placeholders()
			.forEach((placeholder) -> json.withArray("placeholders")
				.addObject()
				.put("name", placeholder.name())
				.put("type", placeholder.type())
				.put("value", placeholder.value()));
		sheet.sources()
			.forEach((title, text) -> json.withArray("sources").addObject().put("title", title).put("text", text));
		return json;
	}

}
