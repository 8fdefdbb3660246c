package io.ephemeral.feishu.simulator;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer in the platform's shape: {@code code}, {@code msg} and, if it failed,
 * {@code error}.
 */
record ApiResponse(int status, ObjectNode body) {

	static ApiResponse ok() {
		return new ApiResponse(200, JsonNodeFactory.instance.objectNode().put("code", 0).put("msg", "ok"));
	}

	static ApiResponse refused(int status, ApiRefusal refusal) {
		ObjectNode body = JsonNodeFactory.instance.objectNode()
			.put("code", refusal.error().code())
			.put("msg", refusal.message());
		ObjectNode error = body.putObject("error");
		String field = refusal.field();
		if (field != null) {
			error.putArray("field_violations")
				.addObject()
				.put("field", field)
				.put("value", "")
				.put("description", refusal.message());
		}
		return new ApiResponse(status, body);
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
