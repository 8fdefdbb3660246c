package io.ephemeral.feishu.simulator;

import java.util.Map;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer in the platform's shape: {@code code}, {@code msg} and, if it failed,
 * {@code error}.
 *
 * @param headers beyond those that every answer has
 */
record ApiResponse(int status, Map<String, String> headers, ObjectNode body) {

	private ApiResponse(int status, ObjectNode body) {
		this(status, Map.of(), body);
	}

	static ApiResponse ok() {
		return new ApiResponse(200, JsonNodeFactory.instance.objectNode().put("code", 0).put("msg", "ok"));
	}

	static ApiResponse refused(int status, int code, String message) {
		ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", code).put("msg", message);
		body.putObject("error");
		return new ApiResponse(status, body);
	}

	static ApiResponse refused(int status, ApiRefusal refusal) {
		ApiResponse response = refused(status, refusal.error().code(), refusal.message());
		String field = refusal.field();
		if (field != null) {
			response.body()
				.withObject("error")
				.putArray("field_violations")
				.addObject()
				.put("field", field)
				.put("value", "")
				.put("description", refusal.message());
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
		return response;
	}

	ApiResponse with(Map<String, String> headers) {
		return new ApiResponse(this.status, headers, this.body);
	}

	int code() {
		return this.body.path("code").asInt();
	}

	ApiResponse logged(String logId) {
		if (this.body.get("error") instanceof ObjectNode error) {
			error.put("log_id", logId);
		}
		return this;
	}

}
