package io.ephemeral.feishu.autoconfigure.health;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.connection.LongConnectionStatus;
import org.jspecify.annotations.Nullable;

/**
 * State of the long connection, for the health and the endpoint.
 *
 * @param state {@code connected}, {@code connecting}, {@code waiting} or {@code stopped}
 * @param since time at which the state began
 * @param lastPong time of the platform's latest response to a ping
 * @param lastMessage time of the latest event or click
 * @param reconnects number of connections after the first
 * @param problem reason of the latest failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LongConnectionDetails(String state, Instant since, @Nullable Instant lastPong, @Nullable Instant lastMessage,
		long reconnects, @Nullable String problem) {

	static LongConnectionDetails of(LongConnectionStatus status) {
		return new LongConnectionDetails(status.state().name().toLowerCase(Locale.ROOT), status.since(),
				status.lastPong(), status.lastMessage(), Math.max(0, status.connections() - 1), status.problem());
	}

}
