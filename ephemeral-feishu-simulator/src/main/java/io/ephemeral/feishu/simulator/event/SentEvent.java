package io.ephemeral.feishu.simulator.event;

import java.net.URI;
import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * Event or callback after its request.
 *
 * @param id id of the event; empty for the older shape of card callbacks
 * @param json the content before encryption
 * @param status HTTP status of the response, or code of the acknowledgement; 0 without
 * one in time
 * @param answer body of the response, or decoded data of the acknowledgement; empty
 * without one
 */
public record SentEvent(Instant sentAt, String id, String type, URI url, JsonNode json, int status, String answer) {

	boolean isAnswered() {
		return this.status == 200;
	}

	@Override
	public String toString() {
		return "SentEvent[" + this.type + "]";
	}

}
