package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.connection.LongConnectionStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long connections over a network, whose time passes only when a test lets it.
 */
class LongConnectionTests {

	/** Thread of real time. */
	private static final Scheduler LOOKS = Schedulers.newSingle("looks", true);

	private final VirtualTimeScheduler time = stopTime();

	private final PlatformServer platform = new PlatformServer();

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final List<String> ends = new CopyOnWriteArrayList<>();

	private final AtomicInteger pongs = new AtomicInteger();

	private Function<CardActionEvent, Mono<CardActionReply>> handler = (click) -> Mono
		.just(CardActionReply.success("Saved"));

	private final CallbackProcessor processor = CallbackProcessor.builder()
		.doubleClick(Duration.ZERO)
		.handlers(new CardActionHandlers(List.of(new Handler())))
		.listener((event) -> this.events.add(event.id()))
		.build();

	private LongConnection connection = connection(LongConnectionOptions.standard());

	private LongConnection connection(LongConnectionOptions options) {
		return LongConnection
			.builder(FeishuWebClient.unauthenticated(WebClient.builder(), this.platform.baseUrl()),
					new AppCredentials("cli_1", "secret-1"), this.processor)
			.options(options)
			.listener(new LongConnectionListener() {

				@Override
				public void onEnd(String reason) {
					LongConnectionTests.this.ends.add(reason);
				}

				@Override
				public void onPong(Duration roundTrip) {
					LongConnectionTests.this.pongs.incrementAndGet();
				}

			})
			.stable(Duration.ZERO)
			.build();
	}

	private static VirtualTimeScheduler stopTime() {
		VirtualTimeScheduler time = VirtualTime.stop();
		// A session takes an instant of 0 for none.
		time.advanceTimeBy(Duration.ofSeconds(1));
		return time;
	}

	@AfterEach
	void stop() {
		VirtualTimeScheduler.reset();
		this.connection.close();
		this.platform.close();
	}

	@Test
	void eventWhenPushedThenIsHandledAndAcknowledgedWithItsHeaders() {
		PlatformServer.Link link = open();
		link.push("m1", PlatformServer.event("e1", "你"));

		var acknowledgement = link.acknowledgement();
		assertThat(ProtobufFrames.payload(acknowledgement)).isEqualTo("{\"code\":200}");
		assertThat(ProtobufFrames.headers(acknowledgement)).containsKeys("instance_id", "biz_rt")
			.containsEntry("message_id", "m1");
		await(() -> this.events.equals(List.of("e1")));
		assertThat(this.platform.requests).containsExactly("zh {\"AppID\":\"cli_1\",\"AppSecret\":\"secret-1\"}");
		assertThat(link.uri).contains("access_key=a%2Bb");
	}

	@Test
	void clickWhenPushedThenReplyIsInAcknowledgement() {
		PlatformServer.Link link = open();
		link.push("m1", PlatformServer.click("e1", "save"));

		assertThat(data(link)).isEqualTo("{\"toast\":{\"type\":\"success\",\"content\":\"Saved\"}}");
	}

	@Test
	void clickWhenReplyIsEmptyThenAcknowledgementHasAnEmptyObject() {
		this.handler = (click) -> Mono.empty();
		PlatformServer.Link link = open();
		link.push("m1", PlatformServer.click("e1", "save"));

		assertThat(data(link)).isEqualTo("{}");
	}

	@Test
	void messageWhenInPartsThenIsHandledOnce() {
		PlatformServer.Link link = open();
		link.push("m1", PlatformServer.event("e1", "你好你好"), 3, List.of(2, 0, 1));
		link.push("m2", PlatformServer.event("e2", "x".repeat(200_000)));

		assertThat(link.acknowledgedIds(2)).containsExactlyInAnyOrder("m1", "m2");
		await(() -> this.events.size() == 2);
	}

	@Test
	void eventWhenDeliveredTwiceThenIsHandledOnce() {
		PlatformServer.Link link = open();
		link.push("m1", PlatformServer.event("e1", ""));
		link.acknowledgement();
		link.cut();
		PlatformServer.Link next = this.platform.link();
		next.push("m2", PlatformServer.event("e1", ""));

		assertThat(ProtobufFrames.payload(next.acknowledgement())).isEqualTo("{\"code\":200}");
		await(() -> this.events.equals(List.of("e1")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{
			{}
			[]
			{"type":"url_verification","challenge":"c","token":"t"}
			{"schema":"2.0","header":{"event_type":"card.action.trigger"},"event":{}}
			""")
	void payloadWhenMalformedThenIsRefused(String payload) {
		PlatformServer.Link link = open();
		link.push("m1", payload.getBytes(StandardCharsets.UTF_8));

		assertThat(ProtobufFrames.payload(link.acknowledgement())).isEqualTo("{\"code\":500}");
	}

	@Test
	void garbageWhenReceivedThenConnectionStaysWithoutAcknowledgement() {
		PlatformServer.Link link = open();
		link.send(new byte[] { (byte) 0xff, (byte) 0xff });
		link.send(new io.netty.handler.codec.http.websocketx.TextWebSocketFrame("hello"));
		link.push("m1", PlatformServer.event("e1", ""));

		assertThat(link.acknowledgedIds(1)).containsExactly("m1");
		assertThat(link.acknowledgements).isEmpty();
	}

	@Test
	void connectionWhenClosedCleanlyThenIsOpenedAgainAtOnce() {
		this.platform.settings = "{\"PingInterval\":120,\"ReconnectInterval\":600,\"ReconnectNonce\":600}";
		open().closeCleanly();
		PlatformServer.Link next = this.platform.link();
		next.push("m1", PlatformServer.event("e1", ""));

		assertThat(next.acknowledgedIds(1)).containsExactly("m1");
		assertThat(this.ends).containsExactly("closed");
		assertThat(this.connection.status().connections()).isEqualTo(2);
	}

	@Test
	void connectionWhenCutThenIsOpenedAgain() {
		open().cut();

		this.platform.link();
		assertThat(this.ends).containsExactly("lost");
	}

	@Test
	void connectionWhenPlatformIsSilentThenIsOpenedAgain() {
		this.connection = connection(
				new LongConnectionOptions(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(10)));
		open();
		this.platform.pong = null;
		this.time.advanceTimeBy(Duration.ofMillis(1500));

		this.platform.link();
		assertThat(this.ends).containsExactly("silent");
	}

	@Test
	void pingsWhenPlatformSetsAnotherIntervalThenFollow() {
		this.platform.settings = "{\"PingInterval\":600,\"ReconnectInterval\":1,\"ReconnectNonce\":0}";
		this.platform.pong = "{\"PingInterval\":5}";
		this.connection = connection(new LongConnectionOptions(null, Duration.ofSeconds(1), Duration.ofSeconds(10)));
		PlatformServer.Link link = open();
		await(() -> this.pongs.get() == 1);

		this.time.advanceTimeBy(Duration.ofSeconds(5));

		await(() -> link.pings.get() >= 2);
	}

	@Test
	void handlerWhenHungThenPongsArriveAndOthersAreAcknowledged() {
		CountDownLatch end = new CountDownLatch(1);
		this.handler = (click) -> Mono.fromCallable(() -> {
			end.await();
			return CardActionReply.nothing();
		});
		this.connection = connection(
				new LongConnectionOptions(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(10)));
		PlatformServer.Link link = open();
		IntStream.range(0, 20).forEach((click) -> link.push("c" + click, PlatformServer.click("c" + click, "save")));
		link.push("m1", PlatformServer.event("e1", ""));

		assertThat(link.acknowledgedIds(1)).containsExactly("m1");
		for (int ping = 2; ping <= 3; ping++) {
			int pongs = ping;
			this.time.advanceTimeBy(Duration.ofSeconds(1));
			await(() -> this.pongs.get() == pongs);
		}
		end.countDown();
		assertThat(this.ends).isEmpty();
	}

	@Test
	void stopWhenClicksAreUnderWayThenAllAreAcknowledgedBeforeTheEnd() {
		Sinks.Empty<Void> end = Sinks.empty();
		this.handler = (click) -> end.asMono().thenReturn(CardActionReply.success("Saved"));
		PlatformServer.Link link = open();
		IntStream.range(0, 50).forEach((click) -> link.push("c" + click, PlatformServer.click("c" + click, "save")));
		await(() -> this.processor.running().size() == 50);

		CompletableFuture<State> stopped = this.connection.stop()
			.then(Mono.fromSupplier(() -> this.connection.status().state()))
			.toFuture();
		assertThat(stopped).isNotDone();
		end.tryEmitEmpty();

		assertThat(stopped).succeedsWithin(PlatformServer.PATIENCE).isEqualTo(State.STOPPED);
		assertThat(link.acknowledgedIds(50)).doesNotHaveDuplicates();
		assertThat(link.closeCode()).isIn(1000, 1005);
	}

	@Test
	void connectionWhenStoppedThenCanBeStartedAgain() {
		open();
		this.connection.close();
		open().push("m1", PlatformServer.event("e1", ""));

		await(() -> this.events.equals(List.of("e1")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1000040345 | app_id or app_secret is invalid  | feishu.app-secret
			1000040351 | incorrect domain name            | feishu.region
			1000040350 | number of connections            | 50 long connections
			514        | authentication failed            | feishu.app-id
			403        | forbidden                        | developer console
			""")
	void endpointWhenRefusingThenStatusNamesRemedy(int code, String message, String remedy) {
		this.platform.endpoint = "{\"code\":%d,\"msg\":\"%s\",\"data\":{\"URL\":\"\"}}".formatted(code, message);
		this.connection.start();

		await(() -> this.connection.status().state() == State.WAITING);
		assertThat(this.connection.status().refused()).isTrue();
		assertThat(this.connection.status().problem()).contains(Integer.toString(code), remedy)
			.doesNotContain("secret-1");
	}

	@Test
	void refusalWhenOverThenConnectionIsOpened() {
		this.platform.handshake = Map.of("Handshake-Status", "514", "Handshake-Autherrcode", "1000040350");
		this.connection.start();
		await(() -> this.connection.status().refused());
		this.platform.handshake = Map.of();
		await(this::isAttemptedAgain);

		this.platform.link();
		await(() -> this.connection.status().state() == State.CONNECTED);
		assertThat(this.connection.status().problem()).isNull();
	}

	@Test
	void handshakeWhenRefusedThenStatusHasThePlatformsReason() {
		this.platform.handshake = Map.of("Handshake-Status", "514", "Handshake-Autherrcode", "1000040350",
				"Handshake-Msg", "number of connections exceeded the limit");
		this.connection.start();

		await(() -> this.connection.status().refused());
		assertThat(this.connection.status().problem()).contains("1000040350", "50 long connections")
			.doesNotContain("ticket");
	}

	@Test
	void burstWhenOfThreePartsOnColdClientThenNothingIsLost() {
		PlatformServer.Link link = open();
		for (int event = 0; event < 10_000; event++) {
			link.push("m" + event, PlatformServer.event("e" + event, "你".repeat(20)), 3, List.of(1, 2, 0));
		}

		assertThat(Set.copyOf(link.acknowledgedIds(10_000))).hasSize(10_000);
		assertThat(this.ends).isEmpty();
	}

	/** Lets another second pass if the connection still waits. */
	private boolean isAttemptedAgain() {
		if (this.connection.status().state() == State.WAITING) {
			this.time.advanceTimeBy(Duration.ofSeconds(1));
		}
		return this.connection.status().state() != State.WAITING;
	}

	private PlatformServer.Link open() {
		this.connection.start();
		PlatformServer.Link link = this.platform.link();
		await(() -> this.connection.status().state() == State.CONNECTED);
		return link;
	}

	private static String data(PlatformServer.Link link) {
		String payload = ProtobufFrames.payload(link.acknowledgement());
		String data = payload.replaceAll("\\{\"code\":200,\"data\":\"([^\"]*)\"}", "$1");
		return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
	}

	private static void await(BooleanSupplier condition) {
		Flux.interval(Duration.ofMillis(5), LOOKS)
			.filter((tick) -> condition.getAsBoolean())
			.blockFirst(PlatformServer.PATIENCE);
	}

	/**
	 * Handler of the test.
	 */
	private final class Handler implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return LongConnectionTests.this.handler.apply(event);
		}

	}

}
