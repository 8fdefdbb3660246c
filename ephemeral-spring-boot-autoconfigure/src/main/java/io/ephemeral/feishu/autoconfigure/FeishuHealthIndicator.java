package io.ephemeral.feishu.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells how the latest calls went. It makes none itself: that would take from the monthly
 * quota. While nothing is known the health is unknown, which harms no overall health.
 */
final class FeishuHealthIndicator extends AbstractHealthIndicator {

	/** A time-out tells little of a platform that was not called since. */
	private static final Duration TELLING = Duration.ofMinutes(5);

	private final CallHistory history;

	private final Clock clock;

	FeishuHealthIndicator(CallHistory history, Clock clock) {
		this.history = history;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		CallHistory.Trouble trouble = this.history.trouble();
		Instant answer = this.history.answer();
		if (trouble != null && (trouble.lasting() || this.clock.instant().isBefore(trouble.at().plus(TELLING)))) {
			health.down(trouble.error());
		}
		else if (trouble == null && answer != null) {
			health.up();
		}
		else {
			health.unknown();
		}
		if (trouble != null) {
			health.withDetail("lastFailure", trouble.at());
		}
		if (answer != null) {
			health.withDetail("lastAnswer", answer);
		}
	}

}
