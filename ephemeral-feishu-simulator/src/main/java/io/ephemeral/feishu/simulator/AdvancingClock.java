package io.ephemeral.feishu.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clock that can be moved ahead of another one.
 */
final class AdvancingClock extends Clock {

	private final Clock clock;

	private final AtomicReference<Duration> ahead;

	AdvancingClock(Clock clock) {
		this(clock, new AtomicReference<>(Duration.ZERO));
	}

	private AdvancingClock(Clock clock, AtomicReference<Duration> ahead) {
		this.clock = clock;
		this.ahead = ahead;
	}

	void advance(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("The clock cannot go back by " + duration);
		}
		this.ahead.accumulateAndGet(duration, Duration::plus);
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.ahead.get());
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new AdvancingClock(this.clock.withZone(zone), this.ahead);
	}

}
