package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import reactor.core.scheduler.Schedulers;

import org.springframework.util.function.SingletonSupplier;

/**
 * Clock that starts with the time of another clock and then advances by elapsed time. A
 * change of the other clock does not affect it. It starts when it is first read, because
 * the timers take time that the start of an application without expiries does not need.
 */
final class ElapsedClock extends Clock {

	private final Supplier<Start> start;

	private final ZoneId zone;

	ElapsedClock(Clock clock) {
		this(SingletonSupplier.of(() -> new Start(clock.instant(), elapsedNanos())), clock.getZone());
	}

	private ElapsedClock(Supplier<Start> start, ZoneId zone) {
		this.start = start;
		this.zone = zone;
	}

	/**
	 * Returns the elapsed time in nanoseconds. It is virtual if the timers are virtual.
	 */
	private static long elapsedNanos() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	@Override
	public Instant instant() {
		Start start = this.start.get();
		return start.time().plusNanos(elapsedNanos() - start.nanos());
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new ElapsedClock(this.start, zone);
	}

	/**
	 * Start of the clock.
	 *
	 * @param time time on the other clock
	 * @param nanos elapsed time in nanoseconds
	 */
	private record Start(Instant time, long nanos) {
	}

}
