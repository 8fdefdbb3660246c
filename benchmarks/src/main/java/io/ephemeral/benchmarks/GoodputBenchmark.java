package io.ephemeral.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.RateLimited;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark of limiters. It measures how close to the limits of the platform cards are
 * sent, and how many are refused: first in virtual time, then in real time with the
 * template and the simulator. The competitors run at the same time, each with its own
 * simulator.
 */
final class GoodputBenchmark {

	private static final String LIBRARY = "sliding windows";

	private static final Card CARD = Card.builder().title("Lunch?").add(Markdown.of("**Noodles** or *rice*?")).build();

	private GoodputBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		if (arguments.length > 1 && arguments[0].equals("plot")) {
			Files.writeString(Path.of(arguments[1]), plot());
			return;
		}
		System.out.println("Goodput against the bound, in virtual time:");
		heading();
		for (GoodputScenario scenario : GoodputScenario.all()) {
			virtual(scenario, LIBRARY, Pacer::library);
			virtual(scenario, "bucket4j", Pacer::bucket4j);
		}
		System.out.println();
		System.out.println("For real, against the simulator:");
		heading();
		for (GoodputScenario scenario : GoodputScenario.all()) {
			real(scenario);
		}
		System.exit(0);
	}

	private static void heading() {
		System.out.printf("  %-36s %-16s %8s %8s %9s %9s %12s%n", "", "", "bound s", "needs s", "goodput", "refusals",
				"others p99 s");
	}

	private static void print(GoodputScenario scenario, String competitor, GoodputRun run, int refusals) {
		System.out.printf("  %-36s %-16s %8d %8.2f %8.1f%% %9d %12s%n", scenario.name(), competitor,
				scenario.bound().toSeconds(), run.seconds(), 100 * run.goodput(), refusals,
				(scenario.chats() == 101) ? "%.2f".formatted(run.waitOfOthers()) : "");
	}

	private static void virtual(GoodputScenario scenario, String competitor, Supplier<Pacer> pacer) {
		PlatformModel platform = new PlatformModel(true);
		GoodputRun run = virtual(scenario, pacer, platform);
		print(scenario, competitor, run, run.refusals());
	}

	private static GoodputRun virtual(GoodputScenario scenario, Supplier<Pacer> pacer, PlatformModel platform) {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		VirtualTimeScheduler.set(time);
		try {
			AtomicReference<GoodputRun> end = new AtomicReference<>();
			new GoodputRun(scenario, pacer.get(), platform::send).run().subscribe(end::set);
			time.advanceTimeBy(Duration.ofMinutes(30));
			return Objects.requireNonNull(end.get());
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	private static void real(GoodputScenario scenario) throws Exception {
		Map<String, Supplier<Pacer>> competitors = new LinkedHashMap<>();
		competitors.put(LIBRARY, () -> (chat, call) -> call);
		competitors.put("bucket4j", Pacer::bucket4j);
		competitors.put("resilience4j", Pacer::resilience4j);
		ExecutorService threads = Executors.newFixedThreadPool(competitors.size());
		try {
			List<Callable<Void>> runs = new ArrayList<>();
			competitors.forEach((competitor, pacer) -> runs.add(() -> real(scenario, competitor, pacer)));
			for (Future<Void> run : threads.invokeAll(runs)) {
				run.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Void real(GoodputScenario scenario, String competitor, Supplier<Pacer> pacer) throws Exception {
		boolean library = competitor.equals(LIBRARY);
		try (SimulatorProcess simulator = new SimulatorProcess()) {
			// Compiles the measured code. The measurement opens new connections.
			GoodputScenario warmUp = GoodputScenario.oneChat();
			try (ConfigurableApplicationContext application = application(simulator, library)) {
				new GoodputRun(warmUp, pacer.get(), platform(application, simulator.begin(1))).run().block();
			}
			try (ConfigurableApplicationContext application = application(simulator, library)) {
				GoodputRun run = new GoodputRun(scenario, pacer.get(),
						platform(application, simulator.begin(scenario.chats())));
				run.run().block();
				int refusals = simulator.begin(1).refusals();
				synchronized (GoodputBenchmark.class) {
					print(scenario, competitor, run, refusals);
				}
			}
		}
		return null;
	}

	private static ConfigurableApplicationContext application(SimulatorProcess simulator, boolean limited) {
		return new SpringApplicationBuilder(StartupApplication.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("feishu.app-id=" + simulator.appId(), "feishu.app-secret=" + simulator.appSecret(),
					"feishu.base-url=" + simulator.baseUrl(), "feishu.rate-limit.enabled=" + limited,
					"feishu.rate-limit.max-wait=1h", "feishu.retry.max-attempts=1", "feishu.http.read-timeout=1m",
					"feishu.http.connect-timeout=1m")
			.run();
	}

	private static IntFunction<Mono<Boolean>> platform(ConfigurableApplicationContext application,
			SimulatorProcess.Answer simulator) {
		ReactiveEphemeralCardOperations cards = application.getBean(ReactiveEphemeralCardOperations.class);
		Viewer viewer = Viewer.openId(simulator.viewer());
		return (chat) -> cards.send(new ChatId(simulator.chats().get(chat)), viewer, CARD)
			.thenReturn(true)
			.onErrorResume(RateLimited.class::isInstance, (error) -> Mono.just(false));
	}

	/**
	 * Returns the plot of the calls within the last second, for 400 cards to one chat.
	 */
	private static String plot() {
		return new LimitPlot(40, departures(Pacer::library), departures(Pacer::bucket4j)).toSvg();
	}

	private static List<Long> departures(Supplier<Pacer> pacer) {
		PlatformModel platform = new PlatformModel(false);
		virtual(GoodputScenario.oneChat(), pacer, platform);
		return platform.arrivals();
	}

}
