package io.ephemeral.feishu.simulator.api;

import java.util.Locale;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of bodies that must be JSON objects.
 */
public final class JsonBody {

	private JsonBody() {
	}

	public static JsonNode of(ApiRequest request) {
		return of(request, ApiError.INVALID_REQUEST);
	}

	public static JsonNode of(ApiRequest request, ApiError refusal) {
		String contentType = request.header("Content-Type");
		if (contentType == null || !isJson(contentType)) {
			throw ApiRefusal.of(refusal, "the Content-Type must be application/json");
		}
		try {
			JsonNode body = Json.parse(request.body());
			if (!body.isObject()) {
				throw ApiRefusal.of(refusal, "the body is not a JSON object");
			}
			return body;
		}
		catch (JacksonException ex) {
			throw ApiRefusal.of(refusal, "the body is not JSON");
		}
	}

	private static boolean isJson(String contentType) {
		String mediaType = contentType.split(";", 2)[0].strip();
		return mediaType.toLowerCase(Locale.ROOT).equals("application/json");
	}

	/**
	 * Returns a required text.
	 */
	public static String require(JsonNode body, String field) {
		JsonNode value = body.path(field);
		if (!isText(value)) {
			throw ApiRefusal.field(field, field + " is required and must be a string");
		}
		return value.asString();
	}

	static boolean isText(JsonNode value) {
		return value.isString() && !value.asString().isBlank();
	}

}
