package io.ephemeral.benchmarks;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * Benchmark of the startup. It starts the same application with and without the starter,
 * in turn, each time in a new JVM, on the class path of
 * {@code spring-boot-starter-webclient}: plain, processed ahead of time, and with an
 * archive of its classes in addition. It prints medians, and the median of the ratios of
 * successive starts. The number of classes, unlike the time, does not depend on the
 * machine. {@linkplain EmptyBeans As many beans that do nothing} show what the number of
 * beans costs. The argument is the number of rounds.
 */
final class StartupBenchmark {

	private static final int WARM_UP_ROUNDS = 2;

	private static final int ROUNDS = 40;

	private static final List<String> VARIANTS = List.of("", ", processed ahead of time", ", and with an archive");

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
		System.out.printf("  %-36s %25s %27s %24s%n", "", "with", "without", "ratio");
		System.out.printf("  %-36s %8s %8s %7s %10s %8s %7s %8s %7s %7s%n", "", "wall ms", "CPU ms", "classes",
				"wall ms", "CPU ms", "classes", "wall", "CPU", "classes");
		pairs.forEach(StartupPair::print);
	}

	private static List<StartupPair> prepare(Path folder) throws Exception {
		String withStarter = classPath((entry) -> !isOfPeer(entry));
		String withoutStarter = classPath((entry) -> !isOfPeer(entry) && !entry.contains("ephemeral-"));
		Path empty = EmptyBeans.create(folder.resolve("empty"), withoutStarter);
		List<StartupProgram> without = variants(withoutStarter, folder.resolve("without"));
		return Stream
			.concat(pairs("starter", variants(withStarter, folder.resolve("with")), without), pairs("empty beans",
					variants(empty + File.pathSeparator + withoutStarter, folder.resolve("beans")), without))
			.toList();
	}

	private static List<StartupProgram> variants(String classPath, Path folder) throws Exception {
		StartupProgram plain = StartupProgram.plain(classPath);
		StartupProgram processed = plain.processed(folder);
		return List.of(plain, processed, processed.archived(folder.resolve("archive")));
	}

	private static Stream<StartupPair> pairs(String name, List<StartupProgram> with, List<StartupProgram> without) {
		return IntStream.range(0, with.size())
			.mapToObj((i) -> new StartupPair(name + VARIANTS.get(i), with.get(i), without.get(i)));
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
