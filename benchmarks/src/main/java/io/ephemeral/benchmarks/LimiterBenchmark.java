package io.ephemeral.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Benchmark of the limiter. It measures the cost of a permit without a wait, the memory
 * of chats, and the cost of waiting calls. The windows are wide, because otherwise the
 * benchmark would measure only the limits of the platform.
 */
final class LimiterBenchmark {

	private static final int WARM_UP = 3_000_000;

	private static final int PERMITS = 5_000_000;

	private static final int WAITING = 100_000;

	private static final int WIDE = 100_000_000;

	private static final Duration REMEMBERED = Duration.ofSeconds(20);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private LimiterBenchmark() {
	}

	public static void main(String[] arguments) throws Exception {
		System.out.printf("Java %s%n", System.getProperty("java.version"));
		System.out.printf("%-24s %12s %12s%n", "A permit without a wait", "ns", "bytes");
		for (int chats : new int[] { 1, 1000, 1_000_000 }) {
			permits(chats);
		}
		System.out.println();
		idle();
		System.out.println();
		waiting();
		waitingSends();
		System.exit(0);
	}

	/**
	 * Returns a limiter with wide windows. The windows of a single chat are short, so
	 * that ring buffers are as small as in practice. Those of a million chats are long,
	 * so that all chats stay in memory.
	 */
	private static RateLimiter wide(int chats) {
		Duration chatWindow = (chats < 1_000_000) ? Duration.ofMillis(1) : REMEMBERED;
		RateWindow app = new RateWindow(WIDE, Duration.ofMillis(1));
		RateWindow longer = new RateWindow(WIDE, Duration.ofMillis(2));
		return RateLimiter.slidingWindows(RateLimitPolicy.standard().headroom(Duration.ZERO),
				new RateLimits(Map.of("wide",
						new OperationLimits("wide", List.of(app, longer), List.of(new RateWindow(WIDE, chatWindow)))),
						List.of()));
	}

	private static void permits(int chats) {
		RateLimiter limiter = wide(chats);
		PermitRequest[] requests = requests(chats);
		take(limiter, requests, WARM_UP);
		long bytes = THREADS.getCurrentThreadAllocatedBytes();
		long start = System.nanoTime();
		take(limiter, requests, PERMITS);
		long nanos = System.nanoTime() - start;
		System.out.printf("  %,-22d %12.0f %12.0f%n", chats, (double) nanos / PERMITS,
				(double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / PERMITS);
	}

	private static PermitRequest[] requests(int chats) {
		PermitRequest[] requests = new PermitRequest[chats];
		for (int i = 0; i < chats; i++) {
			requests[i] = PermitRequest.of("wide", "chat " + i);
		}
		return requests;
	}

	private static void take(RateLimiter limiter, PermitRequest[] requests, int permits) {
		for (int i = 0; i < permits; i++) {
			limiter.acquire(requests[i % requests.length]).subscribe((permit) -> {
				permit.sent();
				permit.answered();
			});
		}
	}

	private static void idle() throws InterruptedException {
		RateLimiter limiter = wide(1_000_000);
		PermitRequest[] requests = requests(1_000_000);
		take(limiter, requests, 1000);
		Thread.sleep(REMEMBERED.plusSeconds(2).toMillis());
		double before = usedMegabytes();
		take(limiter, requests, requests.length);
		double busy = usedMegabytes();
		Thread.sleep(REMEMBERED.plusSeconds(5).toMillis());
		double after = usedMegabytes();
		System.out.printf("Memory of 1,000,000 chats: %.1f MB, and %.1f MB once they are idle (%s, %d requests)%n",
				busy - before, after - before, limiter, requests.length);
	}

	private static void waiting() {
		RateLimiter limiter = RateLimiter
			.slidingWindows(RateLimitPolicy.standard().maxWait(Duration.ofDays(1)).maxWaiting(WAITING));
		// Starts the calls that may leave immediately, and the thread of the timer.
		List<Disposable> callers = new ArrayList<>(WAITING + 100);
		call(limiter, callers, 60);
		double before = usedMegabytes();
		int threads = Thread.activeCount();
		call(limiter, callers, WAITING - 10);
		int more = Thread.activeCount() - threads;
		System.out.printf("%,d waiting calls: %d threads more, %.0f bytes each%n", WAITING, more,
				(usedMegabytes() - before) * 1024 * 1024 / WAITING);
		callers.forEach(Disposable::dispose);
	}

	/**
	 * Measures waiting sends of the template from an application context with the
	 * starter.
	 */
	private static void waitingSends() {
		ReactiveEphemeralCardTemplate cards = new SpringApplicationBuilder(StartupApplication.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("feishu.app-id=cli_benchmark", "feishu.app-secret=benchmark",
					"feishu.base-url=http://127.0.0.1:9", "feishu.rate-limit.max-wait=1d",
					"feishu.rate-limit.max-waiting=" + WAITING, "feishu.http.acquire-timeout=1d")
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("feishuHttpConnector",
					ClientHttpConnector.class, () -> (method, url, write) -> Mono.never()))
			.run()
			.getBean(ReactiveEphemeralCardTemplate.class);
		List<Disposable> callers = new ArrayList<>(WAITING + 100);
		ChatId[] chats = IntStream.range(0, 1000).mapToObj((i) -> new ChatId("chat " + i)).toArray(ChatId[]::new);
		Card card = Card.builder().title("Lunch?").build();
		send(cards, chats, card, callers, 60);
		double before = usedMegabytes();
		send(cards, chats, card, callers, WAITING - 10);
		System.out.printf("%,d waiting sends: %.0f bytes each%n", WAITING,
				(usedMegabytes() - before) * 1024 * 1024 / WAITING);
		callers.forEach(Disposable::dispose);
	}

	private static void send(ReactiveEphemeralCardTemplate cards, ChatId[] chats, Card card, List<Disposable> callers,
			int sends) {
		for (int i = 0; i < sends; i++) {
			callers.add(cards.send(chats[i % chats.length], Viewer.openId("ou_" + i), card).subscribe());
		}
	}

	private static void call(RateLimiter limiter, List<Disposable> callers, int calls) {
		for (int i = 0; i < calls; i++) {
			callers.add(limiter.acquire(PermitRequest.of("ephemeral.send", "chat " + i % 1000)).subscribe());
		}
	}

	private static double usedMegabytes() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 5; i++) {
			runtime.gc();
		}
		return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0;
	}

}
