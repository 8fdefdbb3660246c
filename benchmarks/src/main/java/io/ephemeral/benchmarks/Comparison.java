package io.ephemeral.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Comparison of operations with the same purpose. It runs them in turn and in rotating
 * order, on one thread. It prints the median of the rounds, and the median of the ratios
 * to the first operation in the same round.
 */
final class Comparison {

	private static final int WARM_UP_ROUNDS = 30;

	private static final int ROUNDS = 60;

	private static final long ROUND_NANOS = 40_000_000;

	/** Result of the last operation, so that the compiler does not remove operations. */
	private static volatile Object result = "";

	private final String title;

	private final List<Competitor> competitors = new ArrayList<>();

	Comparison(String title) {
		this.title = title;
	}

	Comparison with(String name, Supplier<?> operation) {
		this.competitors.add(new Competitor(name, operation, new ArrayList<>()));
		return this;
	}

	void print() {
		List<Competitor> order = new ArrayList<>(this.competitors);
		for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
			Collections.rotate(order, 1);
			for (Competitor competitor : order) {
				double nanos = competitor.run();
				if (round >= WARM_UP_ROUNDS) {
					competitor.rounds().add(nanos);
				}
			}
		}
		System.out.println(this.title);
		Competitor base = this.competitors.get(0);
		for (Competitor competitor : this.competitors) {
			System.out.printf("  %-24s %9.2f µs (%.2f)%n", competitor.name(), competitor.median() / 1e3,
					competitor.ratio(base));
		}
		System.out.println();
	}

	static Object result() {
		return result;
	}

	private record Competitor(String name, Supplier<?> operation, List<Double> rounds) {

		double run() {
			int operations = 0;
			long start = System.nanoTime();
			long nanos;
			do {
				result = this.operation.get();
				operations++;
				nanos = System.nanoTime() - start;
			}
			while (nanos < ROUND_NANOS);
			return (double) nanos / operations;
		}

		double median() {
			return SendBenchmark.median(this.rounds.stream().mapToDouble(Double::doubleValue).toArray());
		}

		double ratio(Competitor base) {
			double[] ratios = new double[this.rounds.size()];
			Arrays.setAll(ratios, (i) -> this.rounds.get(i) / base.rounds.get(i));
			return SendBenchmark.median(ratios);
		}

	}

}
