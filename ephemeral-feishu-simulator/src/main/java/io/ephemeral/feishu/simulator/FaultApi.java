package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.Set;

import io.ephemeral.feishu.simulator.api.ApiRequest;
import io.ephemeral.feishu.simulator.api.ApiResponse;
import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.JsonBody;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * HTTP operations that plan faults, see {@link Faults}.
 */
final class FaultApi {

	static final String PATH = "/simulator/faults";

	private static final Set<String> FIELDS = Set.of("fault", "path", "method", "next", "duration", "status", "code",
			"message", "field", "description", "reset", "contentType", "body", "processed");

	private final Faults faults;

	FaultApi(Faults faults) {
		this.faults = faults;
	}

	void addTo(ApiRoutes routes) {
		routes.control("POST", PATH, this::plan);
		routes.control("DELETE", PATH, this::clear);
	}

	private ApiResponse plan(ApiRequest request) {
		try {
			JsonNode body = JsonBody.of(request);
			requireKnownFields(body);
			Fault fault = fault(body);
			Faults.Requests requests = requests(optional(body, "method"), optional(body, "path"));
			(body.has("next") ? requests.next(integer(body, "next", 1)) : requests.all())
				.meet(body.path("processed").asBoolean(false) ? fault.afterProcessing() : fault);
			return ApiResponse.ok();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return ApiResponse.refused(400, ApiError.INVALID_PARAMETER.code(), String.valueOf(ex.getMessage()));
		}
		catch (ApiRefusal ex) {
			return ApiResponse.refused(400, ex);
		}
	}

	private Faults.Requests requests(@Nullable String method, @Nullable String path) {
		if (path == null) {
			return this.faults.onEveryOperation();
		}
		return (method != null) ? this.faults.on(method, path) : this.faults.on(path);
	}

	private ApiResponse clear(ApiRequest request) {
		this.faults.clear();
		return ApiResponse.ok();
	}

	private static void requireKnownFields(JsonNode body) {
		body.propertyNames().stream().filter((name) -> !FIELDS.contains(name)).findFirst().ifPresent((name) -> {
			throw ApiRefusal.field(name, "there is no field " + name + "; the fields are " + FIELDS);
		});
	}

	private static Fault fault(JsonNode body) {
		String name = JsonBody.require(body, "fault");
		return switch (name) {
			case "delay" -> Fault.delay(duration(body));
			case "request-lost" -> Fault.requestLost();
			case "answer-lost" -> Fault.answerLost();
			case "reset" -> Fault.reset();
			case "truncated" -> Fault.truncated();
			case "empty" -> Fault.empty();
			case "length-too-large" -> Fault.lengthTooLarge();
			case "length-too-small" -> Fault.lengthTooSmall();
			case "slow" -> Fault.slow(duration(body));
			case "html" -> Fault.html(integer(body, "status", 502));
			case "error" -> error(body);
			case "throttled" -> Fault.throttled(integer(body, "status", 429),
					body.has("reset") ? Duration.ofSeconds(integer(body, "reset", 0)) : null);
			case "quota-exceeded" -> Fault.quotaExceeded();
			case "field-violation" ->
				Fault.fieldViolation(JsonBody.require(body, "field"), JsonBody.require(body, "description"));
			case "answer" -> Fault.answer(integer(body, "status", 200), JsonBody.require(body, "contentType"),
					body.path("body").asString(""));
			case "connection-refused" -> Fault.connectionRefused(integer(body, "code", null));
			case "handshake-refused" -> Fault.handshakeRefused(integer(body, "status", 514), integer(body, "code", 0));
			default -> throw ApiRefusal.field("fault", "there is no fault " + name);
		};
	}

	private static Fault error(JsonNode body) {
		int code = integer(body, "code", null);
		String message = optional(body, "message");
		return Fault.error(integer(body, "status", 400), code, (message != null) ? message : ApiError.textOf(code));
	}

	private static Duration duration(JsonNode body) {
		return Duration.ofMillis(integer(body, "duration", null));
	}

	private static int integer(JsonNode body, String field, @Nullable Integer defaultValue) {
		JsonNode value = body.path(field);
		if (value.isMissingNode() && defaultValue != null) {
			return defaultValue;
		}
		if (!value.isInt()) {
			throw ApiRefusal.field(field, field + " must be a whole number");
		}
		return value.intValue();
	}

	private static @Nullable String optional(JsonNode body, String field) {
		return body.has(field) ? JsonBody.require(body, field) : null;
	}

}
