package io.ephemeral.feishu.callback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ephemeral.feishu.DebugLog;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.TemplateCard;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.MessageReceived;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CallbackProcessorTests {

	private static final String MESSAGE = """
			{"schema": "2.0", "header": {"event_id": "%s", "event_type": "im.message.receive_v1", "token": "vt_test_abc"},
			"event": {"sender": {"sender_id": {"open_id": "ou_1"}},
			"message": {"message_id": "%s", "chat_id": "oc_1", "message_type": "text", "content": "{}"}}}""";

	private static final String TICKET = """
			{"ts": "1502199207.7171419", "uuid": "evt-ticket", "token": "vt_test_abc", "type": "event_callback",
			"event": {"app_id": "cli_1", "app_ticket": "ticket-1", "type": "app_ticket"}}""";

	private final MutableClock clock = new MutableClock(SignedCallback.NOW);

	private final List<CardActionEvent> handled = new CopyOnWriteArrayList<>();

	private final List<FeishuEvent> events = new CopyOnWriteArrayList<>();

	private final List<String> works = new CopyOnWriteArrayList<>();

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final List<AppTicketReceived> tickets = new CopyOnWriteArrayList<>();

	private final CapturedLog log = CapturedLog.start();

	private boolean refusesUpdate;

	private Consumer<FeishuEvent> listener = this.events::add;

	private Function<AppTicketReceived, Mono<Void>> ticketSaver = (ticket) -> Mono
		.fromRunnable(() -> this.tickets.add(ticket));

	private Function<CardActionEvent, Mono<CardActionReply>> handler = (event) -> Mono
		.just(CardActionReply.success("Saved"));

	private final CallbackProcessor processor = CallbackProcessor.builder(SignedCallback.KEYS)
		.legacy(true)
		.limits(new CallbackLimits(DataSize.ofKilobytes(64), Duration.ofMinutes(5), Duration.ofMillis(2500)))
		.handlers(new CardActionHandlers(List.of(new Recording())))
		.listener((event) -> this.listener.accept(event))
		.ticketSaver((ticket) -> this.ticketSaver.apply(ticket))
		.maxPending(3)
		.doubleClick(Duration.ZERO)
		.lateUpdate((event, card) -> update(event))
		.scheduler(Schedulers.immediate())
		.clock(this.clock)
		.observations(this.observations)
		.build();

	private VirtualTimeScheduler time;

	private Mono<Void> update(CardActionEvent event) {
		Assert.state(!this.refusesUpdate, "The update is refused");
		return Mono.fromRunnable(() -> this.works.add("update " + event.token()));
	}

	@BeforeEach
	void stopTime() {
		this.time = VirtualTime.stop();
	}

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.log.close();
	}

	@Test
	void clickWhenSignedAndEncryptedThenHandlerAnswers() {
		CallbackResponse response = process(SignedCallback.of(Clicks.button("evt-1", "save")));

		assertThat(response.status()).isEqualTo(200);
		assertThat(text(response)).isEqualTo("{\"toast\":{\"type\":\"success\",\"content\":\"Saved\"}}");
		assertThat(this.handled).extracting(CardActionEvent::id).containsExactly("evt-1");
	}

	@Test
	void clickWhenBodyHasArrivedThenIsAnsweredAlike() {
		SignedCallback click = SignedCallback.of(Clicks.button("evt-1", "save"));
		CallbackResponse response = this.processor.process(click.headers(), click.body()).block();

		assertThat(response).usingRecursiveComparison()
			.ignoringFields("afterwards")
			.isEqualTo(this.processor.process(click.headers(), Mono.just(click.body())).block());
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void callbackWhenAnsweredThenLogTellsWhatItWas() {
		try (DebugLog debug = DebugLog.of(CallbackLog.class.getPackage())) {
			this.handler = (event) -> Mono.delay(Duration.ofMillis(40)).thenReturn(CardActionReply.nothing());
			Mono<CallbackResponse> click = send(SignedCallback.of(Clicks.button("evt-1", "save"))).cache();
			click.subscribe();
			this.time.advanceTimeBy(Duration.ofMillis(40));
			process(SignedCallback.of(MESSAGE.formatted("evt-2", "om_2"))).afterwards().run();
			process(SignedCallback.of(Clicks.button("evt-3", "no such action")));
			this.processor.close();
			process(SignedCallback.of(MESSAGE.formatted("evt-4", "om_4")));

			assertThat(debug.lines()).containsSubsequence(
					"The click evt-1 of the action save was answered with 200 after 40 ms",
					"The event evt-2 of the type im.message.receive_v1 was answered with 200 after 0 ms",
					"The click evt-3 of the action without a name was answered with 200 after 0 ms",
					"The event evt-4 of the type im.message.receive_v1 was answered with 503 after 0 ms");
			assertThat(String.join("", debug.lines())).doesNotContain("ou_1", "oc_1");
		}
	}

	@Test
	void clickWhenSignedButNotEncryptedThenHandlerAnswers() {
		assertThat(process(SignedCallback.plain(Clicks.button("evt-1", "save"))).status()).isEqualTo(200);
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void clickWhenEncryptedBodyIsWrittenOtherwiseThenIsRead() {
		String encrypted = SignedCallback.encrypt(Clicks.button("evt-1", "save"), SignedCallback.KEYS.encryptKey());

		process(SignedCallback.plain("{ \"other\": 1, \"encrypt\" : \"" + encrypted.replace("/", "\\/") + "\" }\n"));

		assertThat(this.handled).hasSize(1);
	}

	@Test
	void clickWhenHandlerRepliesThenIsObservedUntilThen() {
		this.handler = (event) -> Mono.delay(Duration.ofSeconds(9)).thenReturn(CardActionReply.nothing());

		send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe();

		TestObservationRegistryAssert.assertThat(this.observations).hasSingleObservationThat().isNotStopped();
		this.time.advanceTimeBy(Duration.ofSeconds(9));
		assertObserved("replied");
	}

	@Test
	void clickWhenHandlerFailsThenIsObservedWithItsError() {
		this.handler = (event) -> Mono.error(new IllegalStateException("No lunch"));

		process(SignedCallback.of(Clicks.button("evt-1", "save")));

		assertObserved("failed").thenError().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void clickWhenFormIsRefusedThenHandlerHasNotFailed() {
		this.handler = (event) -> Mono.error(new InvalidFormException(Toast.of(Toast.Type.ERROR, "Too late")));

		process(SignedCallback.of(Clicks.button("evt-1", "save")));

		assertObserved("form_refused").doesNotHaveError();
	}

	@Test
	void clickWhenNobodyHandlesItThenIsNotObserved() {
		process(SignedCallback.of(Clicks.button("evt-1", "surprise")));

		TestObservationRegistryAssert.assertThat(this.observations).doesNotHaveAnyObservation();
	}

	private TestObservationRegistryAssert.TestObservationRegistryAssertReturningObservationContextAssert assertObserved(
			String outcome) {
		return TestObservationRegistryAssert.assertThat(this.observations)
			.hasSingleObservationThat()
			.hasNameEqualTo("feishu.clicks")
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("action", "save")
			.hasLowCardinalityKeyValue("outcome", outcome);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1700000299", "1699999701", "1700000299000", "1699999701000" })
	void clickWhenTimeIsInSecondsOrMillisecondsAndNearThenIsTaken(String timestamp) {
		assertThat(process(SignedCallback.at(timestamp, Clicks.button("evt-1", "save"))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1700000301", "1699999699", "1700000301000", "1699999699000", "0", "-1", "now", "1.7e9",
			"17000000001700000000", "0x65", " 1700000000", "9223372036854775807", "-9223372036854775808" })
	void clickWhenTimeIsFarOrNoNumberThenIsRefused(String timestamp) {
		assertRefused(401, SignedCallback.at(timestamp, Clicks.button("evt-1", "save")));
	}

	@ParameterizedTest
	@MethodSource
	void hostileWhenReceivedThenIsRefusedAndNoHandlerRuns(String name, int status, SignedCallback callback) {
		assertRefused(status, callback);
	}

	static Stream<Arguments> hostileWhenReceivedThenIsRefusedAndNoHandlerRuns() {
		String click = Clicks.button("evt-1", "save");
		String nested = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
		String foreign = "{\"encrypt\":\"" + SignedCallback.encrypt(click, "another key") + "\"}";
		SignedCallback whole = SignedCallback.of(click);
		return Stream.of(arguments("no headers", 401, SignedCallback.unsigned(click)),
				arguments("no signature", 401, SignedCallback.of(click).without("X-Lark-Signature")),
				arguments("no time", 401, SignedCallback.of(click).without("X-Lark-Request-Timestamp")),
				arguments("no nonce", 401, SignedCallback.of(click).without("X-Lark-Request-Nonce")),
				arguments("forged body", 401, SignedCallback.of(click).body(foreign.getBytes(StandardCharsets.UTF_8))),
				arguments("forged time", 401, SignedCallback.of(click).with("X-Lark-Request-Timestamp", "1700000001")),
				arguments("signature cut", 401, SignedCallback.of(click).with("X-Lark-Signature", "ab")),
				arguments("signature no hex", 401, SignedCallback.of(click).with("X-Lark-Signature", "é!")),
				arguments("body truncated", 401, whole.body(Arrays.copyOf(whole.body(), 100))),
				arguments("empty", 400, SignedCallback.plain("")), arguments("no JSON", 400, SignedCallback.plain("{")),
				arguments("array", 400, SignedCallback.plain("[]")),
				arguments("null", 400, SignedCallback.plain("null")),
				arguments("two objects", 400, SignedCallback.plain("{}{}")),
				arguments("nothing known", 400, SignedCallback.plain("{\"a\":1}")),
				arguments("nested", 400, SignedCallback.plain(nested)),
				arguments("nested inside", 400, SignedCallback.of(nested)),
				arguments("wrong key", 400, SignedCallback.plain(foreign)),
				arguments("no base64", 400, SignedCallback.plain("{\"encrypt\":\"*\"}")),
				arguments("short", 400, SignedCallback.plain("{\"encrypt\":\"AAECAwQFBgcICQoLDA0ODw==\"}")),
				arguments("wrong token", 401, SignedCallback.of(click.replace("vt_test_abc", "vt_test_abd"))),
				arguments("no token", 401, SignedCallback.of(click.replace("vt_test_abc", ""))),
				arguments("nobody", 400, SignedCallback.of(click.replace("open_id", "x_id"))),
				arguments("app as user", 400, SignedCallback.of(click.replace("ou_1", "cli_1"))),
				arguments("new shape signed as the old one", 400, SignedCallback.legacy(click)),
				arguments("old shape signed as the new one", 400, SignedCallback.plain(Clicks.legacy("save"))),
				arguments("old event signed as an old click", 400, SignedCallback.legacy(
						"{\"type\":\"event_callback\",\"uuid\":\"1\",\"token\":\"vt_test_abc\",\"action\":{},\"event\":{\"type\":\"a\"}}")),
				arguments("too large", 413, SignedCallback.plain(" ".repeat(64 * 1024) + click)));
	}

	@Test
	void challengeWhenTokenMatchesThenIsAnswered() {
		String challenge = "{\"challenge\":\"c-\\\"1\",\"token\":\"vt_test_abc\",\"type\":\"url_verification\"}";

		for (SignedCallback callback : List.of(SignedCallback.unsigned(challenge), SignedCallback.of(challenge),
				SignedCallback.plain(challenge), SignedCallback.legacy(challenge),
				SignedCallback.of(challenge).with("X-Lark-Signature", "00"),
				SignedCallback.of(challenge).without("X-Lark-Signature"))) {
			assertThat(text(process(callback))).isEqualTo("{\"challenge\":\"c-\\\"1\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"challenge\":\"c\",\"token\":\"vt_test_abd\",\"type\":\"url_verification\"}",
			"{\"challenge\":\"c\",\"type\":\"url_verification\"}",
			"{\"challenge\":\"c\",\"token\":null,\"type\":\"url_verification\"}",
			"{\"challenge\":\"c\",\"token\":\"vt_test_abc\"}" })
	void challengeWhenTokenIsAnotherThenIsRefused(String challenge) {
		assertRefused(401, SignedCallback.unsigned(challenge));
	}

	@Test
	void challengeWhenUnsignedThenOnlyFewAreReadAMinute() {
		SignedCallback challenge = SignedCallback
			.unsigned("{\"challenge\":\"c\",\"token\":\"vt_test_abc\",\"type\":\"url_verification\"}");

		assertThat(Stream.generate(() -> process(challenge).status()).limit(12)).startsWith(200, 200, 200)
			.endsWith(401, 401);
	}

	@Test
	void challengeWhenUnsignedAndLargeThenIsNotEvenRead() {
		assertRefused(401, SignedCallback.unsigned(
				"{\"challenge\":\"c\",\"token\":\"vt_test_abc\",\"type\":\"url_verification\"}" + " ".repeat(4096)));
	}

	@Test
	void bodyWhenSlowThenIsRefusedAndLeft() {
		Sinks.One<byte[]> body = Sinks.one();

		StepVerifier.create(this.processor.process(SignedCallback.of("{}").headers(), body.asMono()))
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(2500)))
			.assertNext((response) -> assertThat(response.status()).isEqualTo(408))
			.verifyComplete();
		assertThat(body.currentSubscriberCount()).isZero();
	}

	@Test
	void bodyWhenBrokenOffThenIsRefused() {
		CallbackResponse response = this.processor
			.process(SignedCallback.of("{}").headers(), Mono.error(new IOException("reset")))
			.block();

		assertThat(response.status()).isEqualTo(400);
	}

	@Test
	void clickWhenDeliveredTwiceThenIsHandledOnceAndAnsweredTheSame() {
		CallbackResponse first = process(SignedCallback.of(Clicks.button("evt-1", "save")));
		CallbackResponse second = process(SignedCallback.plain(Clicks.button("evt-1", "save")));

		assertThat(second.body()).isEqualTo(first.body());
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void clickWhenDeliveredTwiceAtOnceThenIsHandledOnceAndWorkIsDoneOnce() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.handler = (event) -> reply.asMono();
		List<CallbackResponse> responses = new ArrayList<>();
		for (int delivery = 0; delivery < 3; delivery++) {
			this.processor.process(SignedCallback.of("{}").headers(), Mono.just(new byte[0])).subscribe();
			send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe(responses::add);
		}

		reply.tryEmitValue(CardActionReply.success("Saved").afterwards(() -> this.works.add("published")));

		assertThat(responses).hasSize(3).allSatisfy((response) -> assertThat(text(response)).contains("Saved"));
		assertThat(this.works).isEmpty();
		responses.forEach((response) -> response.afterwards().run());
		assertThat(this.works).containsExactly("published");
		assertThat(this.handled).hasSize(1);
	}

	@Test
	void clickWhenHandlerIsLateThenIsAnsweredEmptyAndCardIsUpdatedAfterwards() {
		this.handler = (event) -> Mono.delay(Duration.ofSeconds(10))
			.map((late) -> CardActionReply.card(Card.builder().build()).afterwards(() -> this.works.add("published")));
		List<CallbackResponse> responses = new ArrayList<>();
		send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe(responses::add);

		this.time.advanceTimeBy(Duration.ofMillis(2499));
		assertThat(responses).isEmpty();
		this.time.advanceTimeBy(Duration.ofMillis(1));

		assertThat(responses).singleElement().satisfies((response) -> assertThat(text(response)).isEqualTo("{}"));
		responses.get(0).afterwards().run();
		assertThat(this.works).isEmpty();
		this.time.advanceTimeBy(Duration.ofSeconds(10));
		assertThat(this.works).containsExactly("update c-1", "published");
	}

	@Test
	void clickWhenHandlerAnswersInTheLastMomentThenWorkIsDoneOnce() {
		this.handler = (event) -> Mono.delay(Duration.ofMillis(2500))
			.thenReturn(CardActionReply.nothing().afterwards(() -> this.works.add("published")));
		send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe((response) -> response.afterwards().run());

		this.time.advanceTimeBy(Duration.ofMinutes(1));

		assertThat(this.works).containsExactly("published");
		assertThat(this.processor.running()).isEmpty();
	}

	@Test
	void clickWhenLateCardIsRefusedThenWorkIsDoneAllTheSame() {
		this.refusesUpdate = true;
		this.handler = (event) -> Mono.delay(Duration.ofSeconds(10))
			.map((late) -> CardActionReply.card(Card.builder().build()).afterwards(() -> this.works.add("published")));
		send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe((response) -> response.afterwards().run());

		this.time.advanceTimeBy(Duration.ofSeconds(10));

		assertThat(this.works).containsExactly("published");
	}

	@Test
	void clickWhenClientGoesAwayThenHandlerAndWorkGoOn() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.handler = (event) -> reply.asMono();
		send(SignedCallback.of(Clicks.button("evt-1", "save"))).subscribe().dispose();

		reply.tryEmitValue(CardActionReply.nothing().afterwards(() -> this.works.add("published")));

		assertThat(this.works).containsExactly("published");
	}

	@Test
	void processorWhenClosedThenWaitsForWorkThatHasBegun() throws Exception {
		Sinks.Empty<Void> work = Sinks.empty();
		this.handler = (event) -> Mono.just(CardActionReply.nothing().afterwards(work.asMono()));
		process(SignedCallback.of(Clicks.button("evt-1", "save"))).afterwards().run();

		CompletableFuture<Void> closed = CompletableFuture.runAsync(this.processor::close);

		assertThat(closed).isNotDone();
		work.tryEmitEmpty();
		assertThat(closed.get(5, TimeUnit.SECONDS)).isNull();
	}

	@Test
	void clickWhenHandlerFailsThenUserIsToldNothingOfIt() {
		this.handler = (event) -> Mono.error(new IllegalStateException("secret"));

		CallbackResponse response = process(SignedCallback.of(Clicks.button("evt-1", "save")));

		assertThat(response.status()).isEqualTo(200);
		assertThat(text(response)).contains("\"error\"", "\"zh_cn\"").doesNotContain("secret");
	}

	@Test
	void clickWhenHandlerThrowsThenUserIsTold() {
		this.handler = (event) -> {
			throw new IllegalStateException("secret");
		};

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).contains("\"error\"");
	}

	@Test
	void clickWhenReplyBreaksRulesOfCardsThenUserIsTold() {
		this.handler = (event) -> Mono.just(CardActionReply.card(RawCard
			.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"tag\":\"audio\",\"file_key\":\"f\"}]}}")));

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).contains("\"error\"")
			.doesNotContain("schema");
	}

	@Test
	void clickWhenNobodyHandlesActionThenUserIsTold() {
		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "unknown"))))).contains("\"toast\"");
	}

	@Test
	void clickWhenNoActionIsNamedThenNothingHappens() {
		assertThat(
				text(process(SignedCallback.of(Clicks.click("evt-1", "\"tag\":\"select_static\",\"option\":\"1\"")))))
			.isEqualTo("{}");
	}

	@Test
	void clickWhenHandlerSaysNothingThenAnswerIsNotEmpty() {
		this.handler = (event) -> Mono.empty();

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).isEqualTo("{}");
	}

	@Test
	void clickWhenReplyHasCardThenIsAnObjectNotAString() {
		this.handler = (event) -> Mono.just(CardActionReply.card(Card.builder().title("Done").build()));

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save")))))
			.startsWith("{\"card\":{\"type\":\"raw\",\"data\":{\"schema\":\"2.0\",");
	}

	@Test
	void clickWhenReplyHasTemplateThenIsAReference() {
		this.handler = (event) -> Mono
			.just(CardActionReply.success("Done").with(TemplateCard.of("AAq1").variable("title", "Done")));

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).isEqualTo(
				"{\"card\":{\"type\":\"template\",\"data\":{\"template_id\":\"AAq1\",\"template_variable\":{\"title\":\"Done\"}}},\"toast\":{\"type\":\"success\",\"content\":\"Done\"}}");
	}

	@Test
	void legacyClickWhenAnsweredThenCardIsAtTheTop() {
		this.handler = (event) -> Mono
			.just(CardActionReply.success("Done").with(RawCard.parse("{\"elements\":[{\"tag\":\"hr\"}]}")));

		assertThat(text(process(SignedCallback.legacy(Clicks.legacy("save")))))
			.isEqualTo("{\"elements\":[{\"tag\":\"hr\"}],\"toast\":{\"type\":\"success\",\"content\":\"Done\"}}");
	}

	@Test
	void legacyClickWhenHandlerFailsThenTokenByWhichItsCardChangesIsNotPrinted() {
		this.handler = (event) -> Mono.error(new IllegalStateException(event + " failed"));

		process(SignedCallback.legacy(Clicks.legacy("save")));

		assertThat(this.log.errors()).singleElement()
			.asString()
			.contains("for the click of the older shape failed", "CardActionEvent[of the older shape] failed")
			.doesNotContain("c-1");
	}

	@Test
	void legacyClickWhenReplayedThenIsHandledOnceWhateverUnsignedHeadersSay() {
		String withoutToken = Clicks.legacy("save").replace("c-1", "");

		for (String body : List.of(Clicks.legacy("save"), withoutToken)) {
			process(SignedCallback.legacy(body).with("X-Refresh-Token", "r-1"));
			process(SignedCallback.legacy(body).with("X-Refresh-Token", "r-2"));
		}

		assertThat(this.handled).hasSize(2);
	}

	@Test
	void clickWhenWithoutIdsIsReplayedThenIsHandledOnce() {
		SignedCallback callback = SignedCallback.of(Clicks.button("", "save").replace("c-1", ""));

		process(callback);
		process(callback);

		assertThat(this.handled).hasSize(1);
	}

	@Test
	void legacyClickWhenNotEnabledThenIsRefused() {
		CallbackProcessor standard = CallbackProcessor.builder(SignedCallback.KEYS).clock(this.clock).build();
		SignedCallback callback = SignedCallback.legacy(Clicks.legacy("save"));

		CallbackResponse response = standard.process(callback.headers(), Mono.just(callback.body())).block();

		assertThat(response.status()).isEqualTo(401);
	}

	@Test
	void eventWhenReceivedThenIsAcknowledgedBeforeListenerIsTold() {
		CallbackResponse response = process(SignedCallback.of(MESSAGE.formatted("evt-1", "om_1")));

		assertThat(text(response)).isEqualTo("{}");
		assertThat(this.events).isEmpty();
		response.afterwards().run();
		assertThat(this.events).singleElement().isInstanceOf(MessageReceived.class);
	}

	@Test
	void messageWhenDeliveredWithTwoEventIdsThenIsToldOnce() {
		process(SignedCallback.of(MESSAGE.formatted("evt-1", "om_1"))).afterwards().run();
		process(SignedCallback.of(MESSAGE.formatted("evt-2", "om_1"))).afterwards().run();
		process(SignedCallback.of(MESSAGE.formatted("evt-3", "om_2"))).afterwards().run();

		assertThat(this.events).extracting(FeishuEvent::id).containsExactly("evt-1", "evt-3");
	}

	@ParameterizedTest
	@MethodSource("errors")
	void clickWhenHandlerThrowsAnyErrorThenEndsAndUserIsTold(Throwable error) {
		this.handler = (event) -> {
			throw sneaky(error);
		};

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).contains("\"error\"");
		assertLoggedOnce(error, "Recording", "'save'", "evt-1");
		assertObserved("failed").thenError().isSameAs(error);
	}

	@ParameterizedTest
	@MethodSource("errors")
	void clickWhenOperatorThrowsAnyErrorThenEndsAndUserIsTold(Throwable error) {
		this.handler = (event) -> Mono.just(event).map((same) -> {
			throw sneaky(error);
		});

		assertThat(text(process(SignedCallback.of(Clicks.button("evt-1", "save"))))).contains("\"error\"");
		assertLoggedOnce(error, "Recording", "'save'", "evt-1");
	}

	@ParameterizedTest
	@MethodSource("errors")
	void afterwardsWhenItThrowsAnyErrorThenEnds(Throwable error) {
		this.handler = (event) -> Mono.just(CardActionReply.nothing().afterwards(() -> {
			throw sneaky(error);
		}));

		process(SignedCallback.of(Clicks.button("evt-1", "save"))).afterwards().run();

		assertLoggedOnce(error, "afterwards", "Recording", "'save'", "evt-1");
		assertAfterwardsFailed();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void afterwardsWhenItsOperatorThrowsAnyErrorThenEnds(Throwable error) {
		this.handler = (event) -> Mono.just(CardActionReply.nothing().afterwards(Mono.just(event).map((same) -> {
			throw sneaky(error);
		})));

		process(SignedCallback.of(Clicks.button("evt-1", "save"))).afterwards().run();

		assertLoggedOnce(error, "afterwards", "Recording", "'save'", "evt-1");
		assertAfterwardsFailed();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void listenerWhenItThrowsAnyErrorThenEnds(Throwable error) {
		this.listener = (event) -> {
			throw sneaky(error);
		};

		process(SignedCallback.of(MESSAGE.formatted("evt-1", "om_1"))).afterwards().run();

		assertLoggedOnce(error, "listener", "MessageReceived", "evt-1");
	}

	static Stream<Throwable> errors() {
		return Stream.of(new StackOverflowError(), new OutOfMemoryError(), new NoClassDefFoundError(),
				new ExceptionInInitializerError(), new UnsatisfiedLinkError(), new InternalError(),
				new AssertionError(), new Error(), new IOException(), new InterruptedException(),
				new RejectedExecutionException(), Exceptions.bubble(new IllegalStateException()),
				Exceptions.errorCallbackNotImplemented(new IllegalStateException()));
	}

	/** An error that is a value for the compiler, whatever its type. */
	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException sneaky(Throwable error) throws T {
		throw (T) error;
	}

	private void assertLoggedOnce(Throwable error, String... words) {
		assertThat(this.log.errors()).singleElement()
			.asString()
			.contains(words)
			.contains(Exceptions.unwrap(error).getClass().getName());
		assertThat(this.processor.running()).isEmpty();
	}

	private void assertAfterwardsFailed() {
		TestObservationRegistryAssert.assertThat(this.observations)
			.hasObservationWithNameEqualTo("feishu.afterwards")
			.that()
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("action", "save")
			.hasLowCardinalityKeyValue("outcome", "failed")
			.hasError();
	}

	@Test
	void afterwardsWhenDoneThenIsObserved() {
		this.handler = (event) -> Mono.just(CardActionReply.nothing().afterwards(() -> this.works.add("published")));

		process(SignedCallback.of(Clicks.button("evt-1", "save"))).afterwards().run();

		TestObservationRegistryAssert.assertThat(this.observations)
			.hasObservationWithNameEqualTo("feishu.afterwards")
			.that()
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("outcome", "done");
	}

	@Test
	void clickWhenTooManyArePendingThenUserReadsThatAndLogTellsItOnce() {
		this.handler = (event) -> Mono.never();
		for (int click = 0; click < 3; click++) {
			send(SignedCallback.of(Clicks.button("evt-" + click, "save"))).subscribe();
		}

		for (int click = 3; click < 10; click++) {
			assertThat(text(process(SignedCallback.of(Clicks.button("evt-" + click, "save"))))).contains("\"warning\"",
					"Too much is going on");
		}

		assertThat(this.handled).hasSize(3);
		assertThat(this.log.warnings()).singleElement().asString().contains("'save'", "3 clicks are pending");
		TestObservationRegistryAssert.assertThat(this.observations).hasAnObservationWithAKeyValue("outcome", "busy");
	}

	@Test
	void eventWhenTooManyArePendingThenIsNotAcknowledgedAndComesAgain() {
		List<CallbackResponse> pending = new ArrayList<>();
		for (int event = 0; event < 3; event++) {
			pending.add(process(SignedCallback.of(MESSAGE.formatted("evt-" + event, "om_" + event))));
		}

		for (int event = 3; event < 10; event++) {
			assertThat(process(SignedCallback.of(MESSAGE.formatted("evt-" + event, "om_" + event))).status())
				.isEqualTo(503);
		}
		pending.forEach((response) -> response.afterwards().run());
		CallbackResponse again = process(SignedCallback.of(MESSAGE.formatted("evt-3", "om_3")));
		again.afterwards().run();

		assertThat(again.status()).isEqualTo(200);
		assertThat(this.events).extracting(FeishuEvent::id).containsExactly("evt-0", "evt-1", "evt-2", "evt-3");
		assertThat(this.log.warnings()).singleElement().asString().contains("3 events are pending");
	}

	@Test
	void eventWhenClosedThenIsNotAcknowledgedUntilOpened() {
		this.processor.close();
		assertThat(process(SignedCallback.of(MESSAGE.formatted("evt-1", "om_1"))).status()).isEqualTo(503);
		assertThat(text(process(SignedCallback.of(Clicks.button("evt-2", "save"))))).contains("Too much is going on");

		this.processor.open();

		assertThat(process(SignedCallback.of(MESSAGE.formatted("evt-1", "om_1"))).status()).isEqualTo(200);
	}

	@Test
	void ticketWhenReceivedThenIsSavedBeforeItIsAcknowledged() {
		CallbackResponse response = process(SignedCallback.of(TICKET));

		assertThat(this.tickets).extracting(AppTicketReceived::ticket).containsExactly("ticket-1");
		assertThat(this.events).isEmpty();
		response.afterwards().run();
		assertThat(this.events).hasOnlyElementsOfType(AppTicketReceived.class);
	}

	@ParameterizedTest
	@MethodSource("errors")
	void ticketWhenNotSavedThenIsNotAcknowledgedAndComesAgain(Throwable error) {
		Function<AppTicketReceived, Mono<Void>> saving = this.ticketSaver;
		this.ticketSaver = (ticket) -> {
			throw sneaky(error);
		};

		assertThat(process(SignedCallback.of(TICKET)).status()).isEqualTo(503);
		assertLoggedOnce(error, "cli_1", "not acknowledged");
		this.ticketSaver = saving;

		assertThat(process(SignedCallback.of(TICKET)).status()).isEqualTo(200);
		assertThat(this.tickets).hasSize(1);
	}

	@Test
	void ticketWhenStoreIsSilentThenIsNotAcknowledged() throws Exception {
		this.ticketSaver = (ticket) -> Mono.never();
		CompletableFuture<CallbackResponse> response = send(SignedCallback.of(TICKET)).toFuture();

		this.time.advanceTimeBy(Duration.ofMillis(2500));

		assertThat(response.get(5, TimeUnit.SECONDS).status()).isEqualTo(503);
	}

	@Test
	void nothingWhenPrintedThenHasNoSecret() {
		CallbackResponse response = process(SignedCallback.of(Clicks.submit("evt-1", "save", Clicks.FORM)));

		assertThat(response + " " + this.handled + " " + SignedCallback.KEYS).doesNotContain("ek_test", "vt_test",
				"1234", "Saved");
	}

	private void assertRefused(int status, SignedCallback callback) {
		CallbackResponse response = process(callback);

		assertThat(response.status()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
		assertThat(this.handled).isEmpty();
	}

	private CallbackResponse process(SignedCallback callback) {
		return send(callback).block();
	}

	private Mono<CallbackResponse> send(SignedCallback callback) {
		return this.processor.process(callback.headers(), Mono.just(callback.body()));
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private final class Recording implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			CallbackProcessorTests.this.handled.add(event);
			return CallbackProcessorTests.this.handler.apply(event);
		}

	}

}
