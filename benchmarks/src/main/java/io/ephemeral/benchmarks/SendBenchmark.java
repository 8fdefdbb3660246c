package io.ephemeral.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * Sends one card again and again to an endpoint in another process: by the template, by a
 * bare WebClient, and by the official SDK, in turn, so that a slow minute of the machine
 * hits all of them. Prints the median of the rounds, and the median of the ratios to the
 * bare WebClient of the same round.
 */
final class SendBenchmark {

	private static final int CALLERS = 64;

	private static final int SENDS_PER_CALLER = 250;

	private static final int WARM_UP_ROUNDS = 6;

	private static final int ROUNDS = 24;

	private static final int COLD_CALLERS = 256;

	private static final String BASELINE = "WebClient";

	private SendBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		Process endpoint = JavaProcess.start(System.getProperty("java.class.path"), Endpoint.class);
		try {
			URI url = URI.create("http://127.0.0.1:" + JavaProcess.firstLine(endpoint));
			printColdStart(url);
			printSends(url);
		}
		finally {
			endpoint.destroy();
		}
		System.exit(0);
	}

	private static void printColdStart(URI url) throws Exception {
		System.out.printf("Token requests of a cold start with %d callers at once:%n", COLD_CALLERS);
		System.out.printf("  %-24s %d%n", "template", coldStart(url, Senders.of(Senders.template(url))));
		System.out.printf("  %-24s %d%n%n", "SDK", coldStart(url, Senders.sdk(url, "cli_cold")));
	}

	private static int coldStart(URI url, Sender sender) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(COLD_CALLERS);
		CountDownLatch start = new CountDownLatch(COLD_CALLERS);
		List<Future<String>> sends = new ArrayList<>();
		for (int i = 0; i < COLD_CALLERS; i++) {
			sends.add(threads.submit(() -> {
				start.countDown();
				start.await();
				return sender.send();
			}));
		}
		for (Future<String> send : sends) {
			send.get();
		}
		threads.shutdown();
		return Integer.parseInt(HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url.resolve("/token-requests")).build(), BodyHandlers.ofString())
			.body());
	}

	private static void printSends(URI url) throws Exception {
		Map<String, Sender> senders = new LinkedHashMap<>();
		senders.put(BASELINE, Senders.webClient(url));
		senders.put("template", Senders.of(Senders.template(url)));
		senders.put("WebClient, ready bytes", Senders.webClientWithReadyBytes(url));
		senders.put("SDK", Senders.sdk(url, "cli_benchmark"));
		Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
		List<String> order = new ArrayList<>(senders.keySet());
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			Collections.rotate(order, 1);
			for (String name : order) {
				Sender sender = Objects.requireNonNull(senders.get(name));
				// Nobody pays for the garbage of another.
				System.gc();
				Measurement measurement = Measurement.take(sender, CALLERS, SENDS_PER_CALLER);
				if (round >= WARM_UP_ROUNDS) {
					rounds.computeIfAbsent(name, (unused) -> new ArrayList<>()).add(measurement);
				}
			}
		}
		System.out.printf("%d callers, %d rounds of %d sends each, on Java %s; in brackets the ratio to the %s:%n",
				CALLERS, ROUNDS, CALLERS * SENDS_PER_CALLER, System.getProperty("java.version"), BASELINE);
		System.out.printf("  %-24s %18s %20s %22s%n", "", "sends/s", "CPU µs/send", "bytes/send");
		for (String name : senders.keySet()) {
			System.out.printf("  %-24s %10.0f (%.2f) %12.1f (%.2f) %14.0f (%.2f)%n", name,
					median(rounds, name, Measurement::perSecond), ratio(rounds, name, Measurement::perSecond),
					median(rounds, name, Measurement::cpuMicros), ratio(rounds, name, Measurement::cpuMicros),
					median(rounds, name, Measurement::bytesPerSend), ratio(rounds, name, Measurement::bytesPerSend));
		}
	}

	private static double median(Map<String, List<Measurement>> rounds, String name,
			ToDoubleFunction<Measurement> figure) {
		return median(measurements(rounds, name).stream().mapToDouble(figure).toArray());
	}

	private static double ratio(Map<String, List<Measurement>> rounds, String name,
			ToDoubleFunction<Measurement> figure) {
		List<Measurement> own = measurements(rounds, name);
		List<Measurement> base = measurements(rounds, BASELINE);
		double[] ratios = new double[own.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(base.get(i));
		}
		return median(ratios);
	}

	private static List<Measurement> measurements(Map<String, List<Measurement>> rounds, String name) {
		return rounds.getOrDefault(name, List.of());
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
