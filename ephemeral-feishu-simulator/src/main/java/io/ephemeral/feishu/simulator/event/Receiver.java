package io.ephemeral.feishu.simulator.event;

import java.net.URI;

import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Way to the application: a URL or its long connections.
 */
interface Receiver {

	/**
	 * Returns the URL that {@link SentEvent} shows.
	 */
	URI url();

	/**
	 * Sends an event or a callback, without a time limit.
	 * @return the response, or an error such as a {@link ClickFailure}
	 */
	Mono<Answer> push(JsonNode payload);

	/**
	 * Response of the application.
	 *
	 * @param status HTTP status, or code of the acknowledgement; 0 without a response
	 * @param body body as text; empty without one
	 */
	record Answer(int status, String body) {

		static final Answer NONE = new Answer(0, "");

	}

}
