package io.ephemeral.feishu.simulator.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.ephemeral.feishu.simulator.tenant.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Acknowledgement of a message by the application.
 *
 * @param code 200 or 500
 * @param body body of the reply as text; empty without one
 */
public record Acknowledgement(int code, String body) {

	private static final List<Integer> CODES = List.of(200, 500);

	/**
	 * Reads an acknowledgement.
	 * @throws IllegalArgumentException if the frame does not acknowledge the message
	 */
	static Acknowledgement of(Frame frame, List<Frame.Header> sent) {
		List<Frame.Header> received = frame.headers();
		if (received.size() != sent.size() + 1 || !received.subList(0, sent.size()).equals(sent)
				|| !received.get(sent.size()).key().equals("biz_rt")) {
			throw new IllegalArgumentException(
					"An acknowledgement must repeat the headers of the message in order and add biz_rt");
		}
		JsonNode payload = json(frame.text());
		int code = payload.path("code").asInt(0);
		if (!CODES.contains(code)) {
			throw new IllegalArgumentException("The code of an acknowledgement must be 200 or 500");
		}
		return new Acknowledgement(code, body(payload.path("data")));
	}

	private static JsonNode json(String text) {
		try {
			return Json.parse(text);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The payload of an acknowledgement must be JSON", ex);
		}
	}

	private static String body(JsonNode data) {
		if (data.isMissingNode() || data.isNull()) {
			return "";
		}
		if (!data.isString()) {
			throw new IllegalArgumentException("The data of an acknowledgement must be Base64 text");
		}
		return new String(Base64.getDecoder().decode(data.asString()), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "Acknowledgement[" + this.code + "]";
	}

}
