package io.ephemeral.feishu.system;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.group.ReactiveGroupCardTemplate;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.RecordedRequest;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Cards and clicks while everything fails at once: the platform, the connections, the
 * tokens, the handlers and the callers. {@code -Dsoak=10m} sets the time; by default, it
 * is some seconds. The test prints the outcomes of calls and callbacks.
 */
class SoakTests {

	private static final Duration DURATION = DurationStyle.detectAndParse(System.getProperty("soak", "6s"));

	private static final int MIN_ROUNDS = 3;

	/** Time for which the simulator keeps its requests. */
	private static final Duration MAX_ROUND = Duration.ofMinutes(1);

	private static final Duration BETWEEN_STEPS = Duration.ofMillis(25);

	private static final Duration DRAINED = PatientSession.PATIENCE;

	/** Longer than the expiry of the cards. */
	private static final Duration QUIET = Duration.ofSeconds(2);

	/**
	 * Maximum number of threads of handlers, and of listeners. Idle threads stay for a
	 * minute.
	 */
	private static final int WORKERS = 20;

	private static final int MEGABYTE = 1024 * 1024;

	/** Memory of the responses that are kept for second deliveries. */
	private static final int REMEMBERED = 16 * MEGABYTE;

	private static final String UNCLASSIFIED = "UNCLASSIFIED ";

	private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 503);

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final List<String> PATHS = List.of(SEND, SEND, SEND, "/open-apis/ephemeral/v1/delete",
			"/open-apis/im/v1/messages", "/open-apis/im/v1/chats/:chat_id",
			"/open-apis/auth/v3/tenant_access_token/internal");

	private static final List<Fault> FAULTS = List.of(Fault.delay(Duration.ofMillis(700)),
			Fault.delay(Duration.ofSeconds(3)), Fault.slow(Duration.ofMillis(300)), Fault.slow(Duration.ofSeconds(4)),
			Fault.requestLost(), Fault.answerLost(), Fault.reset(), Fault.truncated(), Fault.empty(),
			Fault.lengthTooLarge(), Fault.lengthTooSmall(), Fault.html(502), Fault.html(504).afterProcessing(),
			Fault.html(302), Fault.answer(200, "application/json", "{}").afterProcessing(),
			Fault.error(500, 1500, "internal").afterProcessing(), Fault.throttled(),
			Fault.throttled(429, Duration.ofSeconds(1)), Fault.error(99991663), Fault.error(18121),
			Fault.error(99991672), Fault.error(230099));

	private static final List<String> ACTIONS = List.of("work", "work", "work", "hang", "hangAfterwards", "send",
			"late", "overflow", "outOfMemory", "linkage", "failAfterwards", "unknown");

	private final Random random = new Random(1);

	private final AtomicInteger number = new AtomicInteger();

	private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();

	private final Queue<SentCard> sent = new ConcurrentLinkedQueue<>();

	/** Work that has started and not ended. */
	private final Phaser underWay = new Phaser(1);

	private final ExecutorService callers = Executors.newFixedThreadPool(8);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Test
	void everythingWhenEverythingFailsThenIsClassifiedAndLeavesNothing() throws Exception {
		Hooks.onErrorDropped(this::dropped);
		try (ConfigurableApplicationContext application = start()) {
			long rounds = Math.max(MIN_ROUNDS, DURATION.dividedBy(MAX_ROUND));
			round(application, DURATION.dividedBy(rounds));
			State before = State.of(application);
			for (int i = 1; i < rounds; i++) {
				round(application, DURATION.dividedBy(rounds));
			}
			State after = State.of(application);
			System.out.printf("Soak of %s:%n  before %s%n  after  %s%n", DURATION, before, after);
			this.outcomes.forEach((outcome, count) -> System.out.printf("  %,8d %s%n", count.sum(), outcome));
			assertThat(this.outcomes.keySet()).noneMatch((outcome) -> outcome.contains(UNCLASSIFIED));
			assertThat(after.heap()).isLessThan(before.heap() + REMEMBERED);
			assertThat(after.threads()).isLessThan(before.threads() + 2 * WORKERS);
		}
		finally {
			this.callers.shutdownNow();
			Hooks.resetOnErrorDropped();
		}
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(TestApplication.class, Pool.class, Bot.class)
			.web(WebApplicationType.SERVLET)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "feishu.callback.answer-within=500ms",
					"feishu.callback.max-threads=" + WORKERS, "feishu.callback.max-pending=100",
					"feishu.http.connect-timeout=1s", "feishu.http.read-timeout=1s", "feishu.http.acquire-timeout=1s",
					"feishu.http.response-timeout=2s", "feishu.rate-limit.max-wait=2s", "logging.level.root=off")
			.properties(SignedRequests.PROPERTIES)
			.run();
	}

	private void round(ConfigurableApplicationContext application, Duration duration) throws InterruptedException {
		FeishuSimulator feishu = application.getBean(FeishuSimulator.class);
		feishu.reset();
		List<SimulatedChat> chats = Stream.generate(() -> feishu.createChat("ada", "bob")).limit(10).toList();
		SignedRequests requests = SignedRequests.to(application.getEnvironment());
		Instant end = Instant.now().plus(duration);
		while (Instant.now().isBefore(end)) {
			if (this.random.nextInt(3) == 0) {
				feishu.faults().on(oneOf(PATHS)).next().meet(oneOf(FAULTS));
			}
			if (this.random.nextInt(200) == 0) {
				feishu.revokeTokens();
			}
			call(application, oneOf(chats));
			callback(requests);
			TimeUnit.NANOSECONDS.sleep(BETWEEN_STEPS.toNanos());
		}
		feishu.faults().clear();
		drain(application);
		assertThat(processed(feishu)).doesNotHaveDuplicates();
	}

	/** Returns the titles of the cards that members have seen. */
	private static List<String> processed(FeishuSimulator feishu) {
		return feishu.requestsTo(SEND)
			.stream()
			.filter(RecordedRequest::processed)
			.filter((request) -> request.code() == 0 || request.code() == -1)
			.map((request) -> request.json().at("/card/header/title/content").asString())
			.toList();
	}

	private void drain(ConfigurableApplicationContext application) {
		this.underWay.arriveAndAwaitAdvance();
		CallbackProcessor processor = application.getBean(CallbackProcessor.class);
		await().atMost(DRAINED).until(() -> processor.running().isEmpty());
		await().atMost(DRAINED).during(QUIET).until(() -> State.of(application).isQuiet());
		this.sent.clear();
	}

	private void call(ConfigurableApplicationContext application, SimulatedChat chat) {
		ReactiveEphemeralCardTemplate cards = application.getBean(ReactiveEphemeralCardTemplate.class);
		Mono<SentCard> sending = cards.newCard(card())
			.chat(new ChatId(chat.id()))
			.viewer(Viewer.openId(chat.openId("ada")))
			.locale(Locale.ENGLISH)
			.expiresAfter(Duration.ofMillis(200 + this.random.nextInt(1000)))
			.send()
			.doOnNext(this.sent::add);
		SentCard earlier = this.sent.poll();
		switch (this.random.nextInt(8)) {
			case 0 -> watch("canceled send", sending.timeout(Duration.ofMillis(this.random.nextInt(50)), Mono.empty()));
			case 1 -> interrupted(application.getBean(EphemeralCardTemplate.class), chat);
			case 2 -> watch("publish",
					application.getBean(ReactiveGroupCardTemplate.class).send(new ChatId(chat.id()), card()));
			case 3 -> watch("replace", (earlier != null) ? cards.replace(earlier, card()) : sending);
			case 4 -> watch("delete", (earlier != null) ? cards.delete(earlier) : sending);
			default -> watch("send", sending);
		}
	}

	private Card card() {
		return Card.builder().title("Card " + this.number.incrementAndGet()).build();
	}

	private void interrupted(EphemeralCardTemplate cards, SimulatedChat chat) {
		Card card = card();
		Future<?> call = this.callers.submit(() -> watch("interrupted send",
				Mono.fromCallable(() -> cards.send(new ChatId(chat.id()), Viewer.openId(chat.openId("bob")), card))));
		Mono.delay(Duration.ofMillis(this.random.nextInt(100))).subscribe((late) -> call.cancel(true));
	}

	private void callback(SignedRequests requests) {
		String id = "id-" + this.number.incrementAndGet();
		HttpRequest request = switch (this.random.nextInt(6)) {
			case 0 -> requests.message(id);
			case 1 -> HttpRequest.newBuilder(requests.uri())
				.POST(HttpRequest.BodyPublishers.ofString("{".repeat(this.random.nextInt(100))))
				.build();
			default -> requests.click(id, oneOf(ACTIONS));
		};
		watch("callback", Mono.fromFuture(() -> this.client.sendAsync(request, BodyHandlers.ofString()))
			.doOnNext((response) -> count(answered(response.statusCode()))));
	}

	/** Drops an error of Spring whose caller has left. */
	private void dropped(Throwable error) {
		boolean left = String.valueOf(error.getMessage()).endsWith("released already due to cancellation.");
		count((left ? "" : UNCLASSIFIED) + "dropped " + error);
	}

	private static String answered(int status) {
		return (STATUSES.contains(status) ? "" : UNCLASSIFIED) + "callback answered " + status;
	}

	private void watch(String what, Mono<?> work) {
		this.underWay.register();
		work.doFinally((end) -> this.underWay.arriveAndDeregister())
			.subscribe((result) -> count(what + " done"), (error) -> count(what + " " + outcome(error)));
	}

	private void count(String outcome) {
		this.outcomes.computeIfAbsent(outcome, (key) -> new LongAdder()).increment();
	}

	private static String outcome(Throwable error) {
		if (error instanceof FeishuApiException refusal) {
			return ((refusal.category() == ErrorCategory.UNKNOWN) ? UNCLASSIFIED : "") + "refused, "
					+ refusal.category();
		}
		return (error instanceof FeishuException) ? error.getClass().getSimpleName() : UNCLASSIFIED + error;
	}

	private <T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/**
	 * Resources of an application.
	 *
	 * @param heap bytes in use after a garbage collection
	 * @param threads number of threads
	 * @param acquiredConnections number of connections in use
	 * @param pendingConnections number of calls that wait for a connection
	 */
	private record State(long heap, int threads, int acquiredConnections, int pendingConnections) {

		static State of(ConfigurableApplicationContext application) {
			List<ConnectionPoolMetrics> pools = application.getBean(Pool.class).pools;
			System.gc();
			Runtime runtime = Runtime.getRuntime();
			return new State(runtime.totalMemory() - runtime.freeMemory(), Thread.activeCount(),
					pools.stream().mapToInt(ConnectionPoolMetrics::acquiredSize).sum(),
					pools.stream().mapToInt(ConnectionPoolMetrics::pendingAcquireSize).sum());
		}

		boolean isQuiet() {
			return this.acquiredConnections == 0 && this.pendingConnections == 0;
		}

		@Override
		public String toString() {
			return "%.1f MB of heap, %d threads, %d connections in use, %d calls that wait for one".formatted(
					(double) this.heap / MEGABYTE, this.threads, this.acquiredConnections, this.pendingConnections);
		}

	}

	/**
	 * Pool with few connections to the platform, which counts them.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Pool {

		final List<ConnectionPoolMetrics> pools = new ArrayList<>();

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setConnectionProviderSupplier(() -> ConnectionProvider.builder("soak")
				.maxConnections(20)
				.pendingAcquireMaxCount(20)
				.metrics(true, () -> (name, id, address, metrics) -> this.pools.add(metrics))
				.build());
			return resources;
		}

	}

	/**
	 * Handlers and listeners that work, hang and fail.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Bot {

		private static final Duration HANG = Duration.ofSeconds(1);

		private final EphemeralCardTemplate cards;

		private final Random random = new Random(2);

		Bot(EphemeralCardTemplate cards) {
			this.cards = cards;
		}

		@CardAction("work")
		CardActionReply work() {
			return CardActionReply.success("done");
		}

		@CardAction("hang")
		void hang() throws InterruptedException {
			TimeUnit.MILLISECONDS.sleep(HANG.toMillis());
		}

		@CardAction("hangAfterwards")
		CardActionReply hangAfterwards() {
			return CardActionReply.nothing().afterwards(Mono.delay(HANG));
		}

		@CardAction("send")
		void send(CardActionEvent event) {
			this.cards.send(new ChatId("oc_none"), Viewer.openId("ou_none"), Card.builder().title(event.id()).build());
		}

		@CardAction("late")
		Mono<CardActionReply> late() {
			return Mono.delay(HANG).thenReturn(CardActionReply.card(Card.builder().title("Late").build()));
		}

		@CardAction("overflow")
		void overflow() {
			throw new StackOverflowError("of a test");
		}

		@CardAction("outOfMemory")
		void outOfMemory() {
			throw new OutOfMemoryError("of a test");
		}

		@CardAction("linkage")
		Mono<CardActionReply> linkage() {
			return Mono.fromRunnable(() -> {
				throw new NoClassDefFoundError("of a test");
			});
		}

		@CardAction("failAfterwards")
		CardActionReply failAfterwards() {
			return CardActionReply.nothing().afterwards(() -> {
				throw new IllegalStateException("of a test");
			});
		}

		@EventListener
		void onMessage(MessageReceived message) throws InterruptedException {
			switch (this.random.nextInt(4)) {
				case 0 -> TimeUnit.MILLISECONDS.sleep(HANG.toMillis());
				case 1 -> throw new IllegalStateException("of a test");
				case 2 -> throw new StackOverflowError("of a test");
				default -> {
				}
			}
		}

	}

}
