package io.ephemeral.feishu.simulator.event;

import java.net.URI;

import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.connection.Push;
import io.ephemeral.feishu.simulator.tenant.Json;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Long connections of the application.
 */
record ConnectionReceiver(Connections connections) implements Receiver {

	@Override
	public URI url() {
		return this.connections.url();
	}

	@Override
	public Mono<Answer> push(JsonNode payload) {
		return push(new Push(Json.text(payload)));
	}

	Mono<Answer> push(Push push) {
		return this.connections.push(push)
			.map((acknowledgement) -> new Answer(acknowledgement.code(), acknowledgement.body()));
	}

}
