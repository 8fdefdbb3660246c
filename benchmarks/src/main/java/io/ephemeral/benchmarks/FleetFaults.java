package io.ephemeral.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ephemeral.benchmarks.Fleet.Fault;

/**
 * Faults of Redis and of processes, while four processes send cards to one chat with the
 * shared limiter.
 */
final class FleetFaults {

	private static final int CARDS = 600;

	private static final Duration NORMAL = Duration.ofSeconds(3);

	private static final int SECONDS = 10;

	private final Fleet fleet;

	private long faultAt;

	private FleetFaults(Fleet fleet) {
		this.fleet = fleet;
	}

	static void measure(RedisProcess redis) throws Exception {
		System.out.printf(Locale.ROOT, "  %-32s %6s %9s %9s %10s   %s%n", "", "cards", "goodput", "refusals",
				"resumes s", "cards in each second from the fault on");
		try (Fleet fleet = new Fleet(FleetLimiter.SHARED, redis)) {
			FleetFaults faults = new FleetFaults(fleet);
			faults.measure("cold processes", Duration.ZERO, () -> {
			}, () -> {
			});
			faults.measure("none", Duration.ZERO, () -> {
			}, () -> {
			});
			faults.measure("Redis killed, empty after 3 s", Duration.ofSeconds(3), redis::kill, redis::restart);
			faults.measure("Redis stopped for 4 s", Duration.ofSeconds(4), () -> redis.signal(ProcessSignal.STOP),
					() -> redis.signal(ProcessSignal.CONT));
			faults.measure("one process stopped for 6 s", Duration.ofSeconds(6),
					() -> fleet.firstSender().signal(ProcessSignal.STOP),
					() -> fleet.firstSender().signal(ProcessSignal.CONT));
			// The last fault of this fleet, because the process does not come back.
			faults.measure("one process killed", Duration.ZERO, () -> fleet.firstSender().signal(ProcessSignal.KILL),
					() -> {
					});
		}
		cutOff(redis);
	}

	/** Cuts the way of one process to Redis. The others keep theirs. */
	private static void cutOff(RedisProcess redis) throws Exception {
		try (RedisRelay relay = new RedisRelay(redis.port());
				Fleet fleet = new Fleet(FleetLimiter.SHARED, relay.port(), redis.port())) {
			fleet.warmUp();
			FleetFaults faults = new FleetFaults(fleet);
			faults.measure("one process cut off for 6 s", Duration.ofSeconds(6), relay::cut, relay::join);
			faults.part("  the process itself", (sender) -> sender == 0);
			faults.part("  the other three", (sender) -> sender != 0);
		}
	}

	private void part(String name, IntPredicate sender) {
		FleetPlatform platform = this.fleet.platform();
		print(name, platform.accepted(sender), "", platform.refusals(sender));
	}

	private void measure(String name, Duration length, Fault fault, Fault end) throws Exception {
		FleetRun run = this.fleet.runWithFault(CARDS, 1, () -> {
			Thread.sleep(NORMAL.toMillis());
			this.faultAt = System.nanoTime();
			fault.happen();
			Thread.sleep(length.toMillis());
			end.happen();
		});
		print(name, run.arrivals(), String.format(Locale.ROOT, "%.1f%%", 100 * run.goodput()), run.refusals());
	}

	private void print(String name, List<Long> arrivals, String goodput, int refusals) {
		System.out.printf(Locale.ROOT, "  %-32s %6d %9s %9d %10.2f   %s%n", name, arrivals.size(), goodput, refusals,
				resumes(arrivals), perSecond(arrivals));
	}

	/**
	 * Returns the end of the longest pause that begins at most a second after the fault,
	 * in seconds after the fault. Also without a fault, a full chat pauses for up to a
	 * second.
	 */
	private double resumes(List<Long> arrivals) {
		long longest = 0;
		long end = this.faultAt;
		for (int i = 1; i < arrivals.size(); i++) {
			long pause = arrivals.get(i) - arrivals.get(i - 1);
			boolean near = arrivals.get(i) > this.faultAt
					&& arrivals.get(i - 1) < this.faultAt + TimeUnit.SECONDS.toNanos(1);
			if (near && pause > longest) {
				longest = pause;
				end = arrivals.get(i);
			}
		}
		return (end - this.faultAt) / 1e9;
	}

	private String perSecond(List<Long> arrivals) {
		return IntStream.range(0, SECONDS)
			.mapToLong((second) -> arrivals.stream()
				.filter((arrival) -> arrival >= this.faultAt)
				.filter((arrival) -> TimeUnit.NANOSECONDS.toSeconds(arrival - this.faultAt) == second)
				.count())
			.mapToObj((count) -> String.format(Locale.ROOT, "%3d", count))
			.collect(Collectors.joining());
	}

}
