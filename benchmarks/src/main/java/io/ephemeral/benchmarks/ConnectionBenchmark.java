package io.ephemeral.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Receives events and clicks over the long connection: by the library, by the official
 * SDK's client, and by a bare WebSocket that acknowledges without reading, which shows
 * what the machine allows. Each has a process of its own, in turn, with a heap of a fixed
 * size, and receives from one platform in another process. Prints the median of the
 * rounds, and the median of the ratios to the SDK in the same round.
 */
final class ConnectionBenchmark {

	/** The JVM compiles for some 10 s. */
	private static final int WARM_UP_ROUNDS = 25;

	private static final int ROUNDS = 7;

	private static final int EVENTS = 50_000;

	private static final int WINDOW = 200;

	private static final int CLICKS_PER_SECOND = 1000;

	private static final int SECONDS = 10;

	private static final int IDLE_CONNECTIONS = 20;

	private ConnectionBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		try (CommandProcess platform = new CommandProcess(ConnectionPlatform.class);
				Competitor library = Competitor.start(ConnectionClient.LIBRARY, platform);
				Competitor sdk = Competitor.start(ConnectionClient.SDK, platform);
				Competitor bare = Competitor.start(ConnectionClient.BARE, platform)) {
			List<Competitor> all = List.of(library, sdk, bare);
			run(all);
			print(all, sdk);
		}
	}

	private static void run(List<Competitor> competitors) throws Exception {
		List<Competitor> order = new ArrayList<>(competitors);
		for (Competitor competitor : order) {
			competitor.measureHeap();
		}
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			Collections.rotate(order, 1);
			for (Competitor competitor : order) {
				competitor.burst(round);
			}
		}
		// The first time warms up the handlers of clicks.
		for (int time = 0; time < 2; time++) {
			for (Competitor competitor : order) {
				competitor.click();
			}
		}
	}

	private static void print(List<Competitor> competitors, Competitor base) {
		System.out.printf("Java %s, %d rounds of %d events, %d at once; in brackets the ratio to the %s:%n",
				System.getProperty("java.version"), ROUNDS, EVENTS, WINDOW, base.name);
		System.out.printf("  %-14s %18s %20s %20s%n", "", "events/s", "CPU µs/event", "of the platform");
		for (Competitor competitor : competitors) {
			System.out.printf(Locale.ROOT, "  %-14s %11.0f (%.2f) %13.1f (%.2f) %20.1f%n", competitor.name,
					SendBenchmark.median(competitor.perSecond), ratio(competitor.perSecond, base.perSecond),
					SendBenchmark.median(competitor.cpuMicros), ratio(competitor.cpuMicros, base.cpuMicros),
					SendBenchmark.median(competitor.platformMicros));
		}
		System.out.printf("%n%d clicks/s for %d s, and the heap of an idle connection:%n", CLICKS_PER_SECOND, SECONDS);
		for (Competitor competitor : competitors) {
			System.out.printf(Locale.ROOT, "  %-14s median %.2f ms, p99 %.2f ms, %.1f KB (%.2f)%n", competitor.name,
					competitor.median / 1e6, competitor.p99 / 1e6, competitor.heap / 1e3, competitor.heap / base.heap);
		}
	}

	private static double ratio(double[] values, double[] base) {
		double[] ratios = new double[values.length];
		Arrays.setAll(ratios, (round) -> values[round] / base[round]);
		return SendBenchmark.median(ratios);
	}

	/**
	 * One client and its figures.
	 */
	private static final class Competitor implements AutoCloseable {

		private final String name;

		private final CommandProcess client;

		private final CommandProcess platform;

		private final double[] perSecond = new double[ROUNDS];

		private final double[] cpuMicros = new double[ROUNDS];

		private final double[] platformMicros = new double[ROUNDS];

		private double heap;

		private double median;

		private double p99;

		private long events;

		private Competitor(String name, CommandProcess client, CommandProcess platform) {
			this.name = name;
			this.client = client;
			this.platform = platform;
		}

		static Competitor start(String name, CommandProcess platform) throws Exception {
			return new Competitor(name, CommandProcess.ofHeap("512m", ConnectionClient.class, name, platform.start()),
					platform);
		}

		/** The first connection also loads classes, so that it does not count. */
		void measureHeap() throws Exception {
			open("idle");
			long before = Long.parseLong(this.client.run("heap"));
			for (int connection = 0; connection < IDLE_CONNECTIONS; connection++) {
				open(this.name);
			}
			this.heap = (double) (Long.parseLong(this.client.run("heap")) - before) / IDLE_CONNECTIONS;
		}

		private void open(String link) throws Exception {
			this.client.run("open");
			this.platform.run("opened " + link);
		}

		void burst(int round) throws Exception {
			long cpu = cpuNanos();
			String[] nanos = this.platform.run("events " + this.name + " " + EVENTS + " " + WINDOW).split(" ", -1);
			this.events += EVENTS;
			if (round >= WARM_UP_ROUNDS) {
				this.perSecond[round - WARM_UP_ROUNDS] = EVENTS * 1e9 / Long.parseLong(nanos[0]);
				this.cpuMicros[round - WARM_UP_ROUNDS] = (cpuNanos() - cpu) / 1e3 / EVENTS;
				this.platformMicros[round - WARM_UP_ROUNDS] = Long.parseLong(nanos[1]) / 1e3 / EVENTS;
			}
		}

		private long cpuNanos() throws Exception {
			return Long.parseLong(this.client.run("cpu " + this.events));
		}

		void click() throws Exception {
			String[] nanos = this.platform.run("clicks " + this.name + " " + CLICKS_PER_SECOND + " " + SECONDS)
				.split(" ", -1);
			this.median = Double.parseDouble(nanos[0]);
			this.p99 = Double.parseDouble(nanos[1]);
		}

		@Override
		public void close() {
			this.client.close();
		}

	}

}
