package io.ephemeral.feishu.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times of a connection. The platform sets them with the address, and in any pong.
 *
 * @param pingInterval time between pings
 * @param reconnectInterval maximum time between attempts to connect
 * @param reconnectSpread maximum random time before the first attempt
 */
record ConnectionSettings(Duration pingInterval, Duration reconnectInterval, Duration reconnectSpread) {

	/** Defaults of the official SDKs. */
	static final ConnectionSettings STANDARD = new ConnectionSettings(Duration.ofSeconds(120), Duration.ofSeconds(120),
			Duration.ofSeconds(30));

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final int SHORTEST_PING = 5;

	private static final int LONGEST = 600;

	/**
	 * Takes the times that the platform sets. Absent, wrong and negative ones change
	 * nothing, and long ones are shortened to 10 minutes.
	 * @param config the platform's {@code ClientConfig}
	 * @return the settings from now on
	 */
	ConnectionSettings with(JsonNode config) {
		return new ConnectionSettings(seconds(config.path("PingInterval"), SHORTEST_PING, this.pingInterval),
				seconds(config.path("ReconnectInterval"), 1, this.reconnectInterval),
				seconds(config.path("ReconnectNonce"), 0, this.reconnectSpread));
	}

	/**
	 * Takes the times of a pong.
	 * @param payload payload of the pong; null if absent
	 * @return the settings from now on
	 */
	ConnectionSettings with(byte @Nullable [] payload) {
		if (payload == null || payload.length == 0) {
			return this;
		}
		try {
			return with(MAPPER.readTree(payload));
		}
		catch (JacksonException ex) {
			return this;
		}
	}

	private static Duration seconds(JsonNode value, int least, Duration otherwise) {
		if (!value.isIntegralNumber() || value.asLong(0) < 0 || (value.asLong(0) == 0 && least > 0)) {
			return otherwise;
		}
		return Duration.ofSeconds(Math.max(least, Math.min(value.asLong(LONGEST), LONGEST)));
	}

}
