package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.simulator.ConnectionFault;
import io.ephemeral.feishu.simulator.ConnectionMessage;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events and clicks without a loss and without a repetition, while connections end or
 * listeners are slow. {@code -Dreconnects=1000} ends more connections.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LongConnectionLoadTests {

	private static final int RECONNECTS = Integer.getInteger("reconnects", 300);

	/** Each waits a second after a short life, so that many can end in a second. */
	private static final int CONNECTIONS = 150;

	private static final int OPEN_AT_LEAST = 20;

	private static final int MANY = 100;

	private static final int BURST = 10_000;

	private static final int MOST_PENDING = 100;

	private static final List<ConnectionFault> ENDS = List.of(ConnectionFault.close(1000), ConnectionFault.close(4001),
			ConnectionFault.drop(), ConnectionFault.reset(), ConnectionFault.halfFrame());

	private final LongConnectionApplication application = new LongConnectionApplication();

	private final FeishuSimulator feishu = this.application.feishu;

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void connectionsWhenTheyEndOftenThenNothingIsHandledTwiceAndNoEventIsLost() {
		// A client may open another connection before the end of the last one is noticed.
		this.feishu.longConnections().limit(2 * CONNECTIONS);
		this.feishu.longConnections().reconnect(-1, Duration.ofSeconds(1), Duration.ZERO);
		this.application.start();
		SimulatedChat chat = this.feishu.createChat("ada", "bob", "eve", "joe");
		List<ShownCard> cards = List.of(this.application.cardOf(chat, "ada"), this.application.cardOf(chat, "bob"));
		List<LongConnection> connections = connections();
		Queue<String> written = new ConcurrentLinkedQueue<>();
		Queue<ShownToast> toasts = new ConcurrentLinkedQueue<>();

		try (CapturedLog log = CapturedLog.of(LongConnection.class.getName(), Level.ERROR)) {
			Mono<Void> reconnects = reconnects(connections, toasts).cache();
			Mono<Void> clicks = Flux.fromIterable(cards)
				.flatMap((card) -> repeatedly(() -> card.press("Work"), reconnects))
				.doOnNext((toast) -> toast.ifPresent(toasts::add))
				.then();
			Mono<Void> messages = Flux.just("eve", "joe")
				.flatMap((name) -> repeatedly(() -> chat.member(name).says("Hello"), reconnects))
				.doOnNext(written::add)
				.then();
			Mono.when(reconnects, clicks, messages).block();
			await().until(this::repeatLostEvents);
			Flux.fromIterable(connections).flatMap(LongConnection::stop).blockLast();
			assertThat(log.lines(Level.ERROR)).as("refusals").isEmpty();
		}

		await().untilAsserted(
				() -> assertThat(this.application.bot().messages).containsExactlyInAnyOrderElementsOf(written));
		Set<String> acknowledged = idsOf("card.action.trigger", true);
		assertThat(this.application.bot().clicks).doesNotHaveDuplicates().containsAll(acknowledged);
		assertThat(done(toasts)).hasSameSizeAs(acknowledged).hasSizeGreaterThan(Math.max(MANY, toasts.size() / 2));
		assertThat(this.feishu.longConnections().problems()).isEmpty();
	}

	private static Stream<ShownToast> done(Collection<ShownToast> toasts) {
		return toasts.stream().filter((toast) -> toast.content().equals("done"));
	}

	private <T> Flux<T> repeatedly(Callable<T> action, Mono<Void> end) {
		return Flux.interval(Duration.ofMillis(25))
			.onBackpressureDrop()
			.takeUntilOther(end)
			.concatMap((tick) -> this.application.inBackground(action), 1);
	}

	/** The connection of the starter, with further ones on the same beans. */
	private List<LongConnection> connections() {
		List<LongConnection> connections = new ArrayList<>(List.of(this.application.connection()));
		while (connections.size() < CONNECTIONS) {
			LongConnection further = LongConnection
				.builder(this.application.context().getBean("feishuTokenWebClient", WebClient.class),
						this.application.context().getBean(CredentialsSupplier.class),
						this.application.context().getBean(CallbackProcessor.class))
				.httpClient(this.application.context().getBean("feishuWebSocketClient", HttpClient.class))
				.scheduler(this.application.context().getBean("feishuConnectionScheduler", Scheduler.class))
				.build();
			further.start();
			connections.add(further);
		}
		await().until(() -> this.feishu.longConnections().open() == CONNECTIONS);
		return connections;
	}

	/**
	 * Ends the oldest connection a hundred times in a second, until many clicks have been
	 * answered meanwhile.
	 */
	private Mono<Void> reconnects(List<LongConnection> connections, Collection<ShownToast> toasts) {
		return Flux.interval(Duration.ofMillis(10))
			.onBackpressureDrop()
			.filter((tick) -> this.feishu.longConnections().open() > OPEN_AT_LEAST)
			.doOnNext((tick) -> this.feishu.longConnections().oldestMeets(ENDS.get((int) (tick % ENDS.size()))))
			.takeUntil((tick) -> connections.stream()
				.mapToLong((connection) -> connection.status().connections() - 1)
				.sum() >= RECONNECTS && done(toasts).count() > MANY)
			.then();
	}

	/** Does at once what the simulator does after 15 seconds. */
	private boolean repeatLostEvents() {
		Set<String> accepted = idsOf("im.message.receive_v1", true);
		List<PushedEvent> lost = this.feishu.pushedEvents()
			.stream()
			.filter((event) -> event.type().equals("im.message.receive_v1") && !accepted.contains(event.id()))
			.toList();
		lost.forEach(this.feishu::repeat);
		return lost.isEmpty();
	}

	private Set<String> idsOf(String type, boolean accepted) {
		return this.feishu.pushedEvents()
			.stream()
			.filter((event) -> event.type().equals(type) && event.isAnswered() == accepted)
			.map(PushedEvent::id)
			.collect(Collectors.toSet());
	}

	@Test
	void burstWhenListenersHangThenPongsAreInTimeAndRefusedEventsComeAgain() {
		// After 31 seconds without a pong, there would be another connection.
		this.application.start("feishu.long-connection.ping-interval=1s", "feishu.long-connection.pong-timeout=30s",
				"feishu.callback.max-pending=" + MOST_PENDING);
		this.application.bot().mayGoOn = new CountDownLatch(1);
		List<String> all = IntStream.range(0, BURST).mapToObj((number) -> "om_" + number).toList();

		List<String> refused = LongDeadlines.during(() -> push(all));

		assertThat(refused).hasSize(BURST - MOST_PENDING);
		assertThat(this.application.context().getBean(CallbackProcessor.class).running()).hasSize(MOST_PENDING);
		int pongs = this.application.bot().pongs.size();
		await().until(() -> this.application.bot().pongs.size() > pongs);
		this.application.bot().mayGoOn.countDown();
		for (List<String> left = refused; !left.isEmpty();) {
			List<String> sent = left;
			left = LongDeadlines.during(() -> push(sent));
		}
		await().until(() -> this.application.bot().messages.size() >= BURST);
		assertThat(this.application.bot().messages).containsExactlyInAnyOrderElementsOf(all);
		assertThat(this.application.connection().status().connections()).isOne();
	}

	/** Returns the messages that the application does not accept. */
	private List<String> push(List<String> messages) {
		return Flux.fromIterable(messages)
			.flatMap((id) -> this.application.inBackground(() -> this.feishu.longConnections().push(message(id)))
				.filter((accepted) -> !accepted)
				.map((accepted) -> id), 200)
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	private static ConnectionMessage message(String id) {
		return ConnectionMessage.of("""
				{"schema": "2.0", "header": {"event_id": "evt-%s", "event_type": "im.message.receive_v1"},
				"event": {"sender": {"sender_id": {"open_id": "ou_1"}}, "message": {"message_id": "%s",
				"chat_id": "oc_1", "message_type": "text", "content": "{}"}}}""".formatted(id, id));
	}

}
