package io.ephemeral.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Benchmark of the limits that four processes of one app share. It measures in real time
 * how close to the limits of the platform they send together, and how many cards the
 * platform refuses. The competitors run one after another. Arguments:
 * <ul>
 * <li>none: all scenarios; {@code short} omits the one with 2,000 cards,</li>
 * <li>{@code repeat 20}: the first scenario twenty times, with the shared limiter,</li>
 * <li>{@code faults}: faults of Redis and of processes,</li>
 * <li>{@code expiries}: expiries of cards while processes are killed,</li>
 * <li>{@code cost}: the cost of a permit and of its data in Redis.</li>
 * </ul>
 */
final class FleetBenchmark {

	private FleetBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		String mode = (arguments.length > 0) ? arguments[0] : "all";
		System.out.printf(Locale.ROOT, "Java %s, %d processors%n", System.getProperty("java.version"),
				Runtime.getRuntime().availableProcessors());
		try (RedisProcess redis = new RedisProcess()) {
			switch (mode) {
				case "all" -> compare(redis, true);
				case "short" -> compare(redis, false);
				case "repeat" -> repeat(redis, Integer.parseInt(arguments[1]));
				case "faults" -> FleetFaults.measure(redis);
				case "expiries" -> FleetExpiries.measure(redis);
				case "cost" -> FleetCost.measure(redis);
				default -> throw new IllegalArgumentException("Unknown argument " + mode);
			}
		}
		System.exit(0);
	}

	private static void compare(RedisProcess redis, boolean all) throws Exception {
		Map<FleetLimiter, Fleet> fleets = new LinkedHashMap<>();
		try {
			for (FleetLimiter limiter : FleetLimiter.values()) {
				fleets.put(limiter, new Fleet(limiter, redis));
			}
			warmUp(fleets.values());
			heading();
			compare(fleets.values(), "400 cards to one chat", (fleet) -> fleet.runEven(400, 1));
			compare(fleets.values(), "the same, all from one process", (fleet) -> fleet.runFromOne(400, 1));
			if (all) {
				compare(fleets.values(), "2,000 cards over 50 chats", (fleet) -> fleet.runEven(2000, 50));
			}
		}
		finally {
			fleets.values().forEach(Fleet::close);
		}
	}

	private static void warmUp(Iterable<Fleet> fleets) throws Exception {
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			List<Future<?>> runs = new ArrayList<>();
			for (Fleet fleet : fleets) {
				runs.add(threads.submit(() -> {
					fleet.warmUp();
					return null;
				}));
			}
			for (Future<?> run : runs) {
				run.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void compare(Iterable<Fleet> fleets, String scenario, Measured measured) throws Exception {
		double reference = 0;
		for (Fleet fleet : fleets) {
			FleetRun run = measured.run(fleet);
			reference = (fleet.limiter() == FleetLimiter.ONE) ? run.goodput() : reference;
			System.out.printf(Locale.ROOT, "  %-32s %-20s %8d %8.2f %8.1f%% %8.3f %9d %15s%n", scenario,
					fleet.limiter().title(), run.scenario().bound().toSeconds(), run.seconds(), 100 * run.goodput(),
					run.goodput() / reference, run.refusals(), commands(run));
		}
	}

	private static void heading() {
		System.out.printf(Locale.ROOT, "  %-32s %-20s %8s %8s %9s %8s %9s %15s%n", "", "", "bound s", "needs s",
				"goodput", "ratio", "refusals", "commands a card");
	}

	private static String commands(FleetRun run) {
		return (run.commands() > 0) ? String.format(Locale.ROOT, "%.2f", run.commandsPerCard()) : "";
	}

	private static void repeat(RedisProcess redis, int times) throws Exception {
		double[] goodput = new double[times];
		double[] commands = new double[times];
		int refusals = 0;
		try (Fleet fleet = new Fleet(FleetLimiter.SHARED, redis)) {
			fleet.warmUp();
			for (int i = 0; i < times; i++) {
				FleetRun run = fleet.runEven(400, 1);
				goodput[i] = 100 * run.goodput();
				commands[i] = run.commandsPerCard();
				refusals += run.refusals();
				System.out.printf(Locale.ROOT, "  run %-4d %8.1f%% %9d refusals %8.2f commands a card%n", i + 1,
						goodput[i], run.refusals(), commands[i]);
			}
		}
		System.out.printf(Locale.ROOT, "%d runs: %d refusals; medians: %.1f%% of the bound, %.2f commands a card%n",
				times, refusals, SendBenchmark.median(goodput), SendBenchmark.median(commands));
	}

	/** Scenario for any fleet. */
	@FunctionalInterface
	private interface Measured {

		FleetRun run(Fleet fleet) throws Exception;

	}

}
