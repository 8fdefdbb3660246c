package io.ephemeral.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The same application with and without a starter, started in turn.
 */
final class StartupPair {

	private final String name;

	private final StartupProgram with;

	private final StartupProgram without;

	private final List<double[]> figuresWith = new ArrayList<>();

	private final List<double[]> figuresWithout = new ArrayList<>();

	StartupPair(String name, StartupProgram with, StartupProgram without) {
		this.name = name;
		this.with = with;
		this.without = without;
	}

	/** Starts both, the one with the starter first in every other round. */
	void run(int round, boolean counts) throws Exception {
		boolean starterFirst = round % 2 == 0;
		double[] first = (starterFirst ? this.with : this.without).start();
		double[] second = (starterFirst ? this.without : this.with).start();
		if (counts) {
			this.figuresWith.add(starterFirst ? first : second);
			this.figuresWithout.add(starterFirst ? second : first);
		}
	}

	void print() {
		System.out.printf("  %-36s %8.0f %8.0f %7.0f %10.0f %8.0f %7.0f %8.3f %7.3f %7.3f%n", this.name,
				median(this.figuresWith, 0), median(this.figuresWith, 1), median(this.figuresWith, 2),
				median(this.figuresWithout, 0), median(this.figuresWithout, 1), median(this.figuresWithout, 2),
				ratio(0), ratio(1), ratio(2));
	}

	private static double median(List<double[]> figures, int figure) {
		return SendBenchmark.median(figures.stream().mapToDouble((start) -> start[figure]).toArray());
	}

	/** Returns the median of the ratios of successive starts. */
	private double ratio(int figure) {
		double[] ratios = new double[this.figuresWith.size()];
		Arrays.setAll(ratios, (i) -> this.figuresWith.get(i)[figure] / this.figuresWithout.get(i)[figure]);
		return SendBenchmark.median(ratios);
	}

}
