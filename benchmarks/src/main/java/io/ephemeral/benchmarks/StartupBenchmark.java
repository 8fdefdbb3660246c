package io.ephemeral.benchmarks;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * Benchmark of the startup. It starts the same application with and without the starter,
 * in turn, each time in a new JVM, on the class path of
 * {@code spring-boot-starter-webclient}. It prints medians, and the median of the ratios
 * of successive starts.
 */
final class StartupBenchmark {

	private static final int WARM_UP_ROUNDS = 2;

	private static final int ROUNDS = 40;

	private static final String[] ARGUMENTS = { "--spring.main.banner-mode=off", "--feishu.app-id=cli_benchmark",
			"--feishu.app-secret=benchmark" };

	private StartupBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		String with = classPath((entry) -> !isOfPeer(entry));
		String without = classPath((entry) -> !isOfPeer(entry) && !entry.contains("ephemeral-"));
		double[][] figures = new double[4][ROUNDS];
		for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
			boolean starterFirst = round % 2 == 0;
			double[] first = start(starterFirst ? with : without);
			double[] second = start(starterFirst ? without : with);
			double[] starter = starterFirst ? first : second;
			double[] bare = starterFirst ? second : first;
			if (round >= 0) {
				figures[0][round] = starter[0];
				figures[1][round] = bare[0];
				figures[2][round] = starter[1];
				figures[3][round] = bare[1];
			}
		}
		System.out.printf("Start of an application, %d rounds, Java %s:%n", ROUNDS, System.getProperty("java.version"));
		System.out.printf("  %-32s %10s %10s%n", "", "wall ms", "CPU ms");
		System.out.printf("  %-32s %10.0f %10.0f%n", "with the starter", median(figures[0]), median(figures[2]));
		System.out.printf("  %-32s %10.0f %10.0f%n", "spring-boot-starter-webclient", median(figures[1]),
				median(figures[3]));
		System.out.printf("  %-32s %10.3f %10.3f%n", "ratio", ratio(figures[0], figures[1]),
				ratio(figures[2], figures[3]));
	}

	static String uptimeAndCpuMillis() {
		OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		return ManagementFactory.getRuntimeMXBean().getUptime() + " " + process.getProcessCpuTime() / 1_000_000;
	}

	private static double[] start(String classPath) throws Exception {
		Process process = JavaProcess.start(classPath, StartupApplication.class, ARGUMENTS);
		String figures = JavaProcess.firstLine(process);
		process.waitFor();
		return Pattern.compile(" ").splitAsStream(figures).mapToDouble(Double::parseDouble).toArray();
	}

	private static String classPath(Predicate<String> filter) {
		return Pattern.compile(File.pathSeparator)
			.splitAsStream(System.getProperty("java.class.path"))
			.filter(filter)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean isOfPeer(String entry) {
		return List
			.of("oapi-sdk", "httpclient", "httpcore", "httpmime", "gson", "guava", "okhttp", "okio", "kotlin",
					"ephemeral-feishu-simulator", "ephemeral-feishu-redis", "jakarta.xml", "jakarta.activation",
					"lettuce", "redis-authx", "spring-data-", "spring-tx", "spring-oxm", "spring-context-support",
					"bucket4j", "resilience4j", "reactor-test")
			.stream()
			.anyMatch((name) -> new File(entry).getName().startsWith(name));
	}

	private static double ratio(double[] values, double[] base) {
		double[] ratios = new double[values.length];
		Arrays.setAll(ratios, (i) -> values[i] / base[i]);
		return median(ratios);
	}

	private static double median(double[] values) {
		return SendBenchmark.median(values);
	}

}
