package io.ephemeral.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Benchmark of sends. It sends one card repeatedly to an endpoint in another process:
 * with the template, with a WebClient only, and with the official SDK. Each competitor
 * has its own process. They run in turn and in rotating order, so that a slow minute of
 * the machine affects all of them. The benchmark prints the median of the rounds, and the
 * median of the ratios to the WebClient in the same round.
 */
final class SendBenchmark {

	private static final int CALLERS = 64;

	private static final int SENDS_PER_CALLER = 250;

	private static final int WARM_UP_ROUNDS = 8;

	private static final int ROUNDS = 24;

	private static final int COLD_CALLERS = 256;

	private final URI endpoint;

	private SendBenchmark(URI endpoint) {
		this.endpoint = endpoint;
	}

	public static void main(String[] arguments) throws Exception {
		Process endpoint = JavaProcess.start(System.getProperty("java.class.path"), Endpoint.class);
		try {
			SendBenchmark benchmark = new SendBenchmark(
					URI.create("http://127.0.0.1:" + JavaProcess.firstLine(endpoint)));
			benchmark.printColdStart();
			benchmark.printSends();
		}
		finally {
			endpoint.destroy();
		}
	}

	private void printColdStart() throws Exception {
		System.out.printf("Token requests of a cold start with %d callers at once:%n", COLD_CALLERS);
		for (String name : List.of(Senders.TEMPLATE, Senders.SDK)) {
			try (SenderProcess sender = SenderProcess.start(name, this.endpoint)) {
				sender.round(COLD_CALLERS, 1);
				System.out.printf("  %-24s %d%n", name, takeTokenRequests());
			}
		}
		System.out.println();
	}

	private int takeTokenRequests() throws Exception {
		return Integer.parseInt(HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(this.endpoint.resolve("/token-requests")).build(), BodyHandlers.ofString())
			.body());
	}

	private void printSends() throws Exception {
		List<Competitor> competitors = new ArrayList<>();
		for (String name : List.of(Senders.WEB_CLIENT, Senders.TEMPLATE, Senders.WEB_CLIENT_READY_BYTES, Senders.SDK,
				Senders.TEMPLATE_NEW_CARDS)) {
			competitors.add(new Competitor(name, SenderProcess.start(name, this.endpoint), new ArrayList<>()));
		}
		List<Competitor> order = new ArrayList<>(competitors);
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			Collections.rotate(order, 1);
			for (Competitor competitor : order) {
				Measurement measurement = competitor.process().round(CALLERS, SENDS_PER_CALLER);
				if (round >= WARM_UP_ROUNDS) {
					competitor.rounds().add(measurement);
				}
			}
		}
		competitors.forEach((competitor) -> competitor.process().close());
		print(competitors);
	}

	private static void print(List<Competitor> competitors) {
		Competitor base = competitors.get(0);
		System.out.printf("%d callers, %d rounds of %d sends each, on Java %s; in brackets the ratio to the %s:%n",
				CALLERS, ROUNDS, CALLERS * SENDS_PER_CALLER, System.getProperty("java.version"), base.name());
		System.out.printf("  %-24s %18s %20s %22s%n", "", "sends/s", "CPU µs/send", "bytes/send");
		for (Competitor competitor : competitors) {
			System.out.printf("  %-24s %10.0f (%.2f) %12.1f (%.2f) %14.0f (%.2f)%n", competitor.name(),
					competitor.median(Measurement::perSecond), competitor.ratio(base, Measurement::perSecond),
					competitor.median(Measurement::cpuMicros), competitor.ratio(base, Measurement::cpuMicros),
					competitor.median(Measurement::bytesPerSend), competitor.ratio(base, Measurement::bytesPerSend));
		}
		Competitor template = competitors.get(1);
		Competitor sdk = competitors.get(3);
		System.out.printf("%nTemplate against SDK: %.2f times the sends/s%n",
				template.ratio(sdk, Measurement::perSecond));
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private record Competitor(String name, SenderProcess process, List<Measurement> rounds) {

		double median(ToDoubleFunction<Measurement> figure) {
			return SendBenchmark.median(this.rounds.stream().mapToDouble(figure).toArray());
		}

		double ratio(Competitor base, ToDoubleFunction<Measurement> figure) {
			double[] ratios = new double[this.rounds.size()];
			Arrays.setAll(ratios,
					(i) -> figure.applyAsDouble(this.rounds.get(i)) / figure.applyAsDouble(base.rounds.get(i)));
			return SendBenchmark.median(ratios);
		}

	}

}
