package io.ephemeral.feishu.simulator.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Response in the platform's shape: {@code code}, {@code msg} and, if it failed,
 * {@code error}.
 *
 * @param headers headers in addition to those of every response
 */
public record ApiResponse(int status, Map<String, String> headers, ObjectNode body) {

	/** Header with the explanations of the simulator. */
	static final String EXPLANATION = "X-Simulator-Explanation";

	/** Clients accept about 8 KB of headers. */
	private static final int MAX_EXPLANATION = 2000;

	private ApiResponse(int status, ObjectNode body) {
		this(status, Map.of(), body);
	}

	public static ApiResponse ok() {
		return new ApiResponse(200, JsonNodeFactory.instance.objectNode().put("code", 0).put("msg", "ok"));
	}

	/**
	 * Creates a response in another shape than the platform's.
	 */
	static ApiResponse plain(int status) {
		return new ApiResponse(status, JsonNodeFactory.instance.objectNode());
	}

	public static ApiResponse refused(int status, int code, String message) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", code).put("msg", message);
		body.putObject("error");
		return new ApiResponse(status, body);
	}

	/**
	 * Creates a refusal of the endpoint of long connections, which has HTTP status 200
	 * and an empty URL.
	 */
	public static ApiResponse connectionRefused(int code, String message) {
		ApiResponse response = refused(200, code, message);
		response.body().putObject("data").put("URL", "");
		response.body()
			.withObject("error")
			.put("id", code)
			.putNull("ErrX")
			.putObject("localizedMessage")
			.put("locale", "zh")
			.put("message", message);
		return response;
	}

	/**
	 * Creates a refusal of a token operation, which has HTTP status 200 and no
	 * {@code error}.
	 */
	static ApiResponse tokenRefused(ApiRefusal refusal) {
		ApiResponse response = new ApiResponse(200,
				JsonNodeFactory.instance.objectNode()
					.put("code", refusal.error().code())
					.put("msg", refusal.error().text()));
		if (refusal.error() == ApiError.INVALID_PARAMETER) {
			response.body().putObject("data");
		}
		return response.explained(refusal.explanations());
	}

	public static ApiResponse refused(int status, ApiRefusal refusal) {
		ApiResponse response = refused(status, refusal.error().code(), refusal.message());
		ApiRefusal.FieldViolation violation = refusal.violation();
		if (violation != null) {
			response.body()
				.withObject("error")
				.putArray("field_violations")
				.addObject()
				.put("field", violation.field())
				.put("value", violation.value())
				.put("description", violation.description());
		}
		for (String scope : refusal.missingScopes()) {
			response.body()
				.withObject("error")
				.withArray("permission_violations")
				.addObject()
				.put("type", "action_scope_required")
				.put("subject", scope);
		}
		if (refusal.help() != null) {
			response.body().withObject("error").putArray("helps").addObject().put("url", refusal.help());
		}
		return response.explained(refusal.explanations());
	}

	private ApiResponse explained(List<String> explanations) {
		if (explanations.isEmpty()) {
			return this;
		}
		String text = ascii(String.join("; ", explanations));
		return with(Map.of(EXPLANATION,
				(text.length() > MAX_EXPLANATION) ? text.substring(0, MAX_EXPLANATION) + "..." : text));
	}

	/** Headers contain ASCII characters only. */
	private static String ascii(String text) {
		return text.chars()
			.mapToObj((character) -> (character >= ' ' && character <= '~') ? Character.toString(character)
					: "\\u%04x".formatted(character))
			.collect(Collectors.joining());
	}

	public ApiResponse with(Map<String, String> headers) {
		return new ApiResponse(this.status, headers, this.body);
	}

	int code() {
		return this.body.path("code").asInt(HttpAnswer.NO_CODE);
	}

	ApiResponse logged(String logId) {
		if (this.body.get("error") instanceof ObjectNode error) {
			error.put("log_id", logId);
		}
		return this;
	}

}
