package io.ephemeral.feishu.simulator.connection;

import java.time.Duration;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configuration that the platform sends to the clients of long connections.
 *
 * @param reconnectCount number of attempts; negative without a limit
 * @param reconnectInterval time between two attempts
 * @param reconnectNonce longest random wait before the first attempt
 * @param pingInterval time between two pings
 */
public record ClientConfig(int reconnectCount, Duration reconnectInterval, Duration reconnectNonce,
		Duration pingInterval) {

	/** Values of the platform. */
	public static final ClientConfig DEFAULT = new ClientConfig(-1, Duration.ofSeconds(120), Duration.ofSeconds(30),
			Duration.ofSeconds(120));

	public ObjectNode json() {
		return JsonNodeFactory.instance.objectNode()
			.put("ReconnectCount", this.reconnectCount)
			.put("ReconnectInterval", this.reconnectInterval.toSeconds())
			.put("ReconnectNonce", this.reconnectNonce.toSeconds())
			.put("PingInterval", this.pingInterval.toSeconds());
	}

}
