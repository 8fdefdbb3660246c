package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.client.CallEnd;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.connection.LongConnectionStatus;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RefusalScope;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the connection to the platform, from the latest calls. It makes no calls
 * itself, because they count against the monthly quota. Before the first call the health
 * is unknown, which leaves the overall health as it is.
 */
final class FeishuHealthIndicator implements HealthIndicator {

	/**
	 * Time after a connection failure in which the health is down. Later, the failure
	 * does not show the present state any more.
	 */
	private static final Duration FAILURE_COUNTS_FOR = Duration.ofMinutes(5);

	private final ConnectedApp app;

	private final CallHistory history;

	private final RateLimiter limiter;

	private final ObjectProvider<LongConnection> connection;

	private final ObjectProvider<LimitSharing> sharing;

	private final Clock clock;

	FeishuHealthIndicator(ConnectedApp app, CallHistory history, RateLimiter limiter,
			ObjectProvider<LongConnection> connection, ObjectProvider<LimitSharing> sharing, Clock clock) {
		this.app = app;
		this.history = history;
		this.limiter = limiter;
		this.connection = connection;
		this.sharing = sharing;
		this.clock = clock;
	}

	@Override
	public Health health() {
		CallHistory.Trouble trouble = this.history.trouble();
		Instant answer = this.history.answer();
		Health.Builder health = (answer != null) ? Health.up() : Health.unknown();
		if (this.app.id() != null) {
			health.withDetail("app", this.app.id());
		}
		health.withDetail("baseUrl", this.app.baseUrl()).withDetail("simulator", this.app.simulated());
		if (answer != null) {
			health.withDetail("lastAnswer", answer);
		}
		if (trouble != null) {
			boolean down = trouble.lasting() || this.clock.instant().isBefore(trouble.at().plus(FAILURE_COUNTS_FOR));
			// As text, because an exception would be logged at each request for the
			// health.
			(down ? health.down() : health.unknown()).withDetail("lastFailure", trouble.at())
				.withDetail("error", trouble.error());
		}
		List<String> stopped = this.limiter.closedGates()
			.stream()
			.filter(ClosedGate::lasts)
			.map(FeishuHealthIndicator::describe)
			.distinct()
			.toList();
		if (!stopped.isEmpty()) {
			health.withDetail("stopped", stopped);
		}
		this.connection.ifAvailable((present) -> add(present.status(), health));
		// An instance alone sends more slowly, but must not be taken out of service.
		this.sharing.ifAvailable((present) -> health.withDetail("sharing", present.status().describe()));
		return health.build();
	}

	/** A short interruption leaves the health as it is. */
	private void add(LongConnectionStatus status, Health.Builder health) {
		Instant pong = status.lastPong();
		boolean interrupted = status.problem() != null
				&& (status.refused() || pong == null || pong.plus(FAILURE_COUNTS_FOR).isBefore(this.clock.instant()));
		(interrupted ? health.down() : health).withDetail("longConnection", LongConnectionDetails.of(status));
	}

	/** Describes a closed gate without ids of chats. */
	private static String describe(ClosedGate gate) {
		return "%s%s, next attempt in %d s".formatted(
				(gate.operation() != null) ? CallEnd.shownOperation(gate.operation()) : "all operations",
				(gate.scope() == RefusalScope.TARGET) ? " into one chat or message" : "", gate.opensIn().toSeconds());
	}

}
