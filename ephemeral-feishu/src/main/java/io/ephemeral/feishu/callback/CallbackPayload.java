package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.callback.json.PlatformValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Deciphered body of a callback, with its shape.
 *
 * @param json the body
 * @param shape shape of the body
 * @param header the header; an SDK may have moved its fields to the top of the body
 * @param event the event; some documents show its fields at the top of the body
 * @param eventType type of the event, or an empty string
 */
record CallbackPayload(JsonNode json, Shape shape, JsonNode header, JsonNode event, String eventType) {

	static final String CLICK = "card.action.trigger";

	/** Name of a form's submit in older SDKs. */
	static final String SUBMIT = "form_submit";

	/** Reads a body, which must be a JSON object. */
	static JsonNode read(byte[] body) {
		try {
			JsonNode json = CallbackMapper.INSTANCE.readTree(body);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			// The message quotes the body.
		}
		throw new CallbackRejectedException(Reason.MALFORMED);
	}

	/**
	 * Finds the shape of a body.
	 * @param legacy whether the signature was made with the verification token; only
	 * clicks of the older shape have such a signature
	 */
	static CallbackPayload of(JsonNode json, boolean legacy) {
		String type = json.path("type").asString("");
		if (type.equals("url_verification")) {
			return of(json, Shape.CHALLENGE);
		}
		boolean second = isOfSecondVersion(json);
		boolean event = type.equals("event_callback");
		if (legacy && !second && !event && json.path("action").isObject()) {
			return of(json, Shape.LEGACY_CLICK);
		}
		if (legacy || !(second || event)) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
		return of(json, second ? Shape.VERSION_2 : Shape.VERSION_1);
	}

	private static CallbackPayload of(JsonNode json, Shape shape) {
		JsonNode header = partOrBody(json, "header", shape);
		JsonNode event = partOrBody(json, "event", shape);
		return new CallbackPayload(json, shape, header, event, switch (shape) {
			case VERSION_2 -> header.path("event_type").asString("");
			case VERSION_1 -> event.path("type").asString("");
			case CHALLENGE, LEGACY_CLICK -> "";
		});
	}

	private static JsonNode partOrBody(JsonNode json, String name, Shape shape) {
		JsonNode part = json.path(name);
		return (part.isObject() || shape == Shape.VERSION_1) ? part : json;
	}

	/**
	 * Returns whether the body has the newer envelope, with its header or with the fields
	 * of the header at the top.
	 */
	static boolean isOfSecondVersion(JsonNode json) {
		return json.has("schema") || json.path("event_type").isString();
	}

	/**
	 * Returns the challenge to send back, or null if this is not the check of an address.
	 */
	@Nullable String challenge() {
		return (this.shape == Shape.CHALLENGE) ? this.json.path("challenge").asString("") : null;
	}

	/**
	 * Returns the value that must equal the verification token, or null if this shape has
	 * none.
	 */
	@Nullable String verificationToken() {
		return switch (this.shape) {
			case CHALLENGE, VERSION_1 -> this.json.path("token").asString("");
			case VERSION_2 -> this.header.path("token").asString("");
			case LEGACY_CLICK -> null;
		};
	}

	/** Returns the id of the event, which is the same in a second delivery. */
	@Nullable String eventId() {
		return PlatformValues
			.text((this.shape == Shape.VERSION_2) ? this.header.path("event_id") : this.json.path("uuid"));
	}

	boolean isClick() {
		return this.shape == Shape.LEGACY_CLICK || this.eventType.equals(CLICK) || this.eventType.endsWith(SUBMIT);
	}

	enum Shape {

		CHALLENGE, VERSION_1, VERSION_2, LEGACY_CLICK

	}

}
