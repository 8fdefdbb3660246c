package io.ephemeral.feishu.simulator.api;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.simulator.connection.HandshakeRefusal;
import io.ephemeral.feishu.simulator.tenant.Json;

/**
 * Response with its status, headers and body.
 *
 * @param code {@code code} of the platform's shape; {@link #NO_CODE} in any other shape
 */
public record HttpAnswer(int status, Map<String, String> headers, String body, int code) {

	static final int NO_CODE = -1;

	/** No response. */
	static final HttpAnswer NONE = new HttpAnswer(0, Map.of(), "", NO_CODE);

	private static final String JSON = "application/json; charset=utf-8";

	public static HttpAnswer of(ApiResponse response, String logId) {
		Map<String, String> headers = new LinkedHashMap<>(response.headers());
		headers.put("X-Tt-Logid", logId);
		headers.put("Content-Type", JSON);
		return new HttpAnswer(response.status(), headers, Json.text(response.logged(logId).body()), response.code());
	}

	public static HttpAnswer of(int status, String contentType, String body) {
		return new HttpAnswer(status, Map.of("Content-Type", contentType), body, NO_CODE);
	}

	/**
	 * Creates a refusal of an upgrade to a long connection.
	 */
	public static HttpAnswer handshakeRefused(HandshakeRefusal refusal) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Handshake-Status", Integer.toString(refusal.status()));
		if (refusal.code() != 0) {
			headers.put("Handshake-Autherrcode", Integer.toString(refusal.code()));
		}
		headers.put("Handshake-Msg", refusal.message());
		return new HttpAnswer(400, headers, "", NO_CODE);
	}

}
