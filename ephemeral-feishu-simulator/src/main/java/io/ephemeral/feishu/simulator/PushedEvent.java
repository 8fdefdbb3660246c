package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Instant;

import io.ephemeral.feishu.simulator.event.SentEvent;
import tools.jackson.databind.JsonNode;

/**
 * Event or callback that was sent to the application, with the response.
 * <p>
 * {@link #toString()} shows neither the content nor the response.
 *
 * @param sentAt time on the clock of the simulator
 * @param id id, which a repeated event keeps; empty for the older shape of card callbacks
 * @param type type such as {@code card.action.trigger} or {@code im.message.receive_v1}
 * @param url URL of the application, or that of the simulator's WebSockets without a
 * query if it went over a long connection
 * @param json content before encryption
 * @param status HTTP status of the response, or code of the acknowledgement; 0 without
 * one in time
 * @param answer body of the response as text, or decoded data of the acknowledgement;
 * empty without one
 */
public record PushedEvent(Instant sentAt, String id, String type, URI url, JsonNode json, int status, String answer) {

	PushedEvent(SentEvent event) {
		this(event.sentAt(), event.id(), event.type(), event.url(), event.json(), event.status(), event.answer());
	}

	/**
	 * Returns the content before encryption.
	 * @return a copy
	 */
	@Override
	public JsonNode json() {
		return this.json.deepCopy();
	}

	/**
	 * Returns whether the application accepted it.
	 * @return whether the status is 200
	 */
	public boolean isAnswered() {
		return this.status == 200;
	}

	@Override
	public String toString() {
		return "%s %s → %d".formatted(this.type, this.id, this.status);
	}

}
