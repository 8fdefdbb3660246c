package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Instant;

import io.ephemeral.feishu.simulator.event.SentEvent;
import tools.jackson.databind.JsonNode;

/**
 * An event or a callback that was sent to the application, and how that answered.
 * <p>
 * {@link #toString()} shows neither what a member entered nor the answer.
 *
 * @param sentAt by the clock of the simulator
 * @param id by which the application can tell that it was sent before; empty for the
 * older shape of card callbacks
 * @param type such as {@code card.action.trigger} or {@code im.message.receive_v1}
 * @param url where it was sent to
 * @param json what was sent, before it was encrypted
 * @param status the HTTP status of the answer; 0 without an answer
 * @param answer the body of the answer as text; empty without one
 */
public record PushedEvent(Instant sentAt, String id, String type, URI url, JsonNode json, int status, String answer) {

	PushedEvent(SentEvent event) {
		this(event.sentAt(), event.id(), event.type(), event.url(), event.json(), event.status(), event.answer());
	}

	/**
	 * What was sent, before it was encrypted.
	 * @return a copy
	 */
	@Override
	public JsonNode json() {
		return this.json.deepCopy();
	}

	/**
	 * Whether the application took it.
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
