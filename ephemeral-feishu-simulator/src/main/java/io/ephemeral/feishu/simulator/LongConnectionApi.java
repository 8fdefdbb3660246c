package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import io.ephemeral.feishu.simulator.api.ApiRequest;
import io.ephemeral.feishu.simulator.api.ApiResponse;
import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.JsonBody;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import tools.jackson.databind.JsonNode;

/**
 * HTTP operations that control long connections, see {@link LongConnections}.
 */
final class LongConnectionApi {

	static final String PATH = "/simulator/long-connections";

	private static final Set<String> SETTINGS = Set.of("subscribe", "pingInterval", "limit", "partSize");

	private static final Set<String> FAULT = Set.of("fault", "code", "duration", "on");

	private final LongConnections connections;

	LongConnectionApi(LongConnections connections) {
		this.connections = connections;
	}

	void addTo(ApiRoutes routes) {
		routes.control("GET", PATH, this::describe);
		routes.control("PUT", PATH, (request) -> answer(request, this::configure));
		routes.control("POST", PATH + "/faults", (request) -> answer(request, this::meet));
	}

	private ApiResponse describe(ApiRequest request) {
		ApiResponse response = ApiResponse.ok();
		response.body().putObject("data").put("open", this.connections.open());
		return response;
	}

	private static ApiResponse answer(ApiRequest request, Consumer<JsonNode> action) {
		try {
			action.accept(JsonBody.of(request));
			return ApiResponse.ok();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return ApiResponse.refused(400, ApiError.INVALID_PARAMETER.code(), String.valueOf(ex.getMessage()));
		}
		catch (ApiRefusal ex) {
			return ApiResponse.refused(400, ex);
		}
	}

	private void configure(JsonNode body) {
		requireOnly(SETTINGS, body);
		if (body.has("pingInterval")) {
			this.connections.pingInterval(Duration.ofSeconds(integer(body, "pingInterval")));
		}
		if (body.has("limit")) {
			this.connections.limit(integer(body, "limit"));
		}
		if (body.has("partSize")) {
			this.connections.partSize(integer(body, "partSize"));
		}
		if (body.has("subscribe")) {
			subscribe(JsonBody.require(body, "subscribe"));
		}
	}

	private void subscribe(String what) {
		switch (what) {
			case "events" -> this.connections.subscribeEvents();
			case "callbacks" -> this.connections.subscribeCallbacks();
			case "all" -> this.connections.subscribe();
			default -> throw ApiRefusal.field("subscribe", "subscribe must be events, callbacks or all");
		}
	}

	private void meet(JsonNode body) {
		requireOnly(FAULT, body);
		ConnectionFault fault = fault(body);
		switch (body.path("on").asString("all")) {
			case "all" -> this.connections.meet(fault);
			case "oldest" -> this.connections.oldestMeets(fault);
			case "next-message" -> this.connections.nextMessage(fault);
			default -> throw ApiRefusal.field("on", "on must be all, oldest or next-message");
		}
	}

	private static ConnectionFault fault(JsonNode body) {
		String name = JsonBody.require(body, "fault");
		return switch (name) {
			case "close" -> ConnectionFault.close(body.has("code") ? integer(body, "code") : 1000);
			case "drop" -> ConnectionFault.drop();
			case "reset" -> ConnectionFault.reset();
			case "half-frame" -> ConnectionFault.halfFrame();
			case "silence" -> ConnectionFault.silence();
			case "delay" -> ConnectionFault.delay(Duration.ofMillis(integer(body, "duration")));
			default -> throw ApiRefusal.field("fault", "there is no fault " + name);
		};
	}

	private static void requireOnly(Set<String> fields, JsonNode body) {
		body.propertyNames().stream().filter((name) -> !fields.contains(name)).findFirst().ifPresent((name) -> {
			throw ApiRefusal.field(name, "there is no field " + name + "; the fields are " + fields);
		});
	}

	private static int integer(JsonNode body, String field) {
		if (!body.path(field).isInt()) {
			throw ApiRefusal.field(field, field + " must be a whole number");
		}
		return body.path(field).intValue();
	}

}
