package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Schedulers;

/**
 * Clock that starts with the time of another clock and then advances by elapsed time. A
 * change of the other clock does not affect it.
 */
final class ElapsedClock extends Clock {

	private final Instant start;

	private final ZoneId zone;

	private final long startNanos;

	ElapsedClock(Clock clock) {
		this(clock.instant(), clock.getZone(), elapsedNanos());
	}

	private ElapsedClock(Instant start, ZoneId zone, long startNanos) {
		this.start = start;
		this.zone = zone;
		this.startNanos = startNanos;
	}

	/**
	 * Returns the elapsed time in nanoseconds. It is virtual if the timers are virtual.
	 */
	private static long elapsedNanos() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	@Override
	public Instant instant() {
		return this.start.plusNanos(elapsedNanos() - this.startNanos);
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new ElapsedClock(this.start, zone, this.startNanos);
	}

}
