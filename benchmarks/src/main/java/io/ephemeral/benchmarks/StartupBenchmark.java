package io.ephemeral.benchmarks;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * Benchmark of the startup. It starts the same application with and without the starter,
 * in turn, each time in a new JVM, on the class path of
 * {@code spring-boot-starter-webclient}: plain, processed ahead of time, and with an
 * archive of its classes in addition. It prints medians, and the median of the ratios of
 * successive starts. The number of classes, unlike the time, does not depend on the
 * machine. The argument is the number of rounds.
 */
final class StartupBenchmark {

	private static final int WARM_UP_ROUNDS = 2;

	private static final int ROUNDS = 40;

	private StartupBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		int rounds = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : ROUNDS;
		List<StartupPair> pairs = prepare(Files.createTempDirectory("startup"));
		for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
			for (StartupPair pair : pairs) {
				pair.run(round, round >= 0);
			}
		}
		System.out.printf("Start of an application, %d rounds, Java %s:%n", rounds, System.getProperty("java.version"));
		System.out.printf("  %-24s %25s %27s %24s%n", "", "with the starter", "without", "ratio");
		System.out.printf("  %-24s %8s %8s %7s %10s %8s %7s %8s %7s %7s%n", "", "wall ms", "CPU ms", "classes",
				"wall ms", "CPU ms", "classes", "wall", "CPU", "classes");
		pairs.forEach(StartupPair::print);
	}

	private static List<StartupPair> prepare(Path folder) throws Exception {
		StartupProgram with = StartupProgram.plain(classPath((entry) -> !isOfPeer(entry)));
		StartupProgram without = StartupProgram
			.plain(classPath((entry) -> !isOfPeer(entry) && !entry.contains("ephemeral-")));
		StartupProgram processedWith = with.processed(folder.resolve("with"));
		StartupProgram processedWithout = without.processed(folder.resolve("without"));
		return List.of(new StartupPair("plain", with, without),
				new StartupPair("processed ahead of time", processedWith, processedWithout),
				new StartupPair("and with an archive", processedWith.archived(folder.resolve("with.archive")),
						processedWithout.archived(folder.resolve("without.archive"))));
	}

	/** Returns the uptime and the CPU time in milliseconds, and the loaded classes. */
	static String figures() {
		OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		return ManagementFactory.getRuntimeMXBean().getUptime() + " " + process.getProcessCpuTime() / 1_000_000 + " "
				+ ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
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

}
