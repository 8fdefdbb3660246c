package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.FeishuEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SharedAnswers} with the processors of two instances and one store.
 */
class SharedAnswersTests {

	private static final String MESSAGE = """
			{"schema": "2.0", "header": {"event_id": "evt-1", "event_type": "im.message.receive_v1", "token": "vt_test_abc"},
			"event": {"sender": {"sender_id": {"open_id": "ou_1"}},
			"message": {"message_id": "om_1", "chat_id": "oc_1", "message_type": "text", "content": "{}"}}}""";

	private static final String TICKET = """
			{"ts": "1502199207.7171419", "uuid": "evt-ticket", "token": "vt_test_abc", "type": "event_callback",
			"event": {"app_id": "cli_1", "app_ticket": "ticket-1", "type": "app_ticket"}}""";

	private static final String SAVED = "{\"toast\":{\"type\":\"success\",\"content\":\"Saved\"}}";

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final CapturedLog log = CapturedLog.start();

	private final AnswerStore store = AnswerStore.inMemory();

	private final List<String> handled = new ArrayList<>();

	private final List<String> works = new ArrayList<>();

	private final Set<String> ids = new HashSet<>();

	private final Set<String> dead = new HashSet<>();

	private final List<Runnable> waiting = new ArrayList<>();

	private final Map<String, Function<CardActionEvent, Mono<CardActionReply>>> handlers = new HashMap<>();

	private final Map<String, Consumer<FeishuEvent>> listeners = new HashMap<>();

	private Function<AppTicketReceived, Mono<Void>> ticketSaver = (ticket) -> Mono.empty();

	private @Nullable Mono<Answered> failure;

	private final CallbackProcessor first = processor("first");

	private final CallbackProcessor second = processor("second");

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.log.close();
	}

	@Test
	void clickWhenDeliveredToBothThenOneHandlesItAndBothAnswerAlike() {
		assertThat(text(click(this.first))).isEqualTo(SAVED);
		assertThat(text(click(this.second))).isEqualTo(SAVED);

		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenDeliveredOverConnectionAndHttpThenOneHandlesIt() {
		byte[] payload = Clicks.button("evt-1", "save").getBytes(StandardCharsets.UTF_8);
		this.second.process(payload, Schedulers.immediate()).block();

		assertThat(text(click(this.first))).isEqualTo(SAVED);
		assertThat(this.handled).containsExactly("second");
	}

	@Test
	void clickWhenHandledElsewhereThenWaitsForTheAnswer() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.handlers.put("first", (click) -> reply.asMono());
		List<String> responses = new ArrayList<>();
		send(this.first).map(SharedAnswersTests::text).subscribe(responses::add);
		send(this.second).map(SharedAnswersTests::text).subscribe(responses::add);

		reply.tryEmitValue(CardActionReply.success("Saved"));
		this.time.advanceTimeBy(Duration.ofMillis(100));

		assertThat(responses).containsExactly(SAVED, SAVED);
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenHandledForLongElsewhereThenIsAnsweredEmptyAndNeverHandledAgain() {
		this.handlers.put("first", (click) -> Mono.delay(Duration.ofHours(7))
			.thenReturn(CardActionReply.card(Card.builder().build()).afterwards(() -> this.works.add("published"))));
		List<CallbackResponse> responses = new ArrayList<>();
		send(this.first).subscribe(responses::add);
		send(this.second).subscribe(responses::add);
		this.time.advanceTimeBy(Duration.ofMillis(2600));

		assertThat(responses).extracting(SharedAnswersTests::text).containsExactly("{}", "{}");
		responses.forEach((response) -> response.afterwards().run());
		for (int hour = 0; hour < 6; hour++) {
			this.time.advanceTimeBy(Duration.ofHours(1));
			assertThat(text(click(processor("third")))).isEqualTo("{}");
		}
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(this.works).containsExactly("update", "published");
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenAnswerIsTooLargeThenOnlyTheFactIsShared() {
		this.handlers.put("first", (click) -> Mono.just(CardActionReply.success("x".repeat(64 * 1024))));
		click(this.first);

		assertThat(text(click(this.second))).isEqualTo("{}");
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenInstanceDiesThenOtherHandlesItAfterTheLease() {
		this.handlers.put("first", (click) -> Mono.never());
		send(this.first).subscribe();
		this.dead.add("first");
		List<String> early = new ArrayList<>();
		send(this.second).map(SharedAnswersTests::text).subscribe(early::add);
		this.time.advanceTimeBy(Duration.ofMillis(2500));
		assertThat(early).containsExactly("{}");
		this.time.advanceTimeBy(Duration.ofMillis(7500));

		assertThat(text(click(this.second))).isEqualTo(SAVED);
		assertThat(this.handled).containsExactly("first", "second");
	}

	@Test
	void clickWhenLeaseEndsWhileOtherWaitsThenIsAnsweredInTime() {
		this.handlers.put("first", (click) -> Mono.never());
		this.handlers.put("second", (click) -> Mono.never());
		send(this.first).subscribe();
		this.dead.add("first");
		this.time.advanceTimeBy(Duration.ofSeconds(8));
		List<String> responses = new ArrayList<>();
		send(this.second).map(SharedAnswersTests::text).subscribe(responses::add);
		this.time.advanceTimeBy(Duration.ofMillis(2500));

		assertThat(this.handled).containsExactly("first", "second");
		assertThat(responses).containsExactly("{}");
	}

	@Test
	void clickWhenStoreIsAwayThenBothHandleAndAnswerItWithOneWarning() {
		this.failure = Mono.error(new IllegalStateException("secret"));

		assertThat(text(click(this.first))).isEqualTo(SAVED);
		assertThat(text(click(this.second))).isEqualTo(SAVED);
		assertThat(this.handled).containsExactly("first", "second");
		assertThat(this.log.warnings()).hasSize(2).allSatisfy((line) -> assertThat(line).doesNotContain("secret"));
	}

	@Test
	void clickWhenStoreThrowsThenIsHandled() {
		this.failure = Mono.defer(() -> {
			throw new NoClassDefFoundError("redis");
		});

		assertThat(text(click(this.first))).isEqualTo(SAVED);
	}

	@Test
	void clickWhenStoreReturnsNothingThenIsHandled() {
		this.failure = Mono.empty();

		assertThat(text(click(this.first))).isEqualTo(SAVED);
	}

	@Test
	void clickWhenStoreHangsThenIsAnsweredInTime() {
		this.failure = Mono.never();
		this.handlers.put("second", (click) -> Mono.never());
		List<String> responses = new ArrayList<>();
		send(this.first).map(SharedAnswersTests::text).subscribe(responses::add);
		send(this.second).map(SharedAnswersTests::text).subscribe(responses::add);

		this.time.advanceTimeBy(Duration.ofMillis(200));
		assertThat(responses).containsExactly(SAVED);
		this.time.advanceTimeBy(Duration.ofMillis(2300));
		assertThat(responses).containsExactly(SAVED, "{}");
	}

	@Test
	void clickWhenStoreFailsWhileOtherHandlesItThenIsNotHandledAgain() {
		this.handlers.put("first", (click) -> Mono.delay(Duration.ofSeconds(1)).thenReturn(CardActionReply.nothing()));
		List<String> responses = new ArrayList<>();
		send(this.first).subscribe();
		send(this.second).map(SharedAnswersTests::text).subscribe(responses::add);
		this.failure = Mono.error(new IllegalStateException());
		this.time.advanceTimeBy(Duration.ofMillis(2500));

		assertThat(responses).containsExactly("{}");
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenStoreIsBackThenAnswerIsShared() {
		this.failure = Mono.error(new IllegalStateException());
		this.handlers.put("first",
				(click) -> Mono.delay(Duration.ofSeconds(1)).thenReturn(CardActionReply.success("Saved")));
		send(this.first).subscribe();
		this.failure = null;
		this.time.advanceTimeBy(Duration.ofSeconds(1));

		assertThat(text(click(this.second))).isEqualTo(SAVED);
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickWhenStoreFailsAtTheEndThenFactIsKeptLater() {
		this.handlers.put("first", (click) -> Mono.delay(Duration.ofHours(1)).thenReturn(CardActionReply.nothing()));
		send(this.first).subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		this.failure = Mono.error(new IllegalStateException());
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		this.failure = null;
		this.time.advanceTimeBy(Duration.ofSeconds(20));

		assertThat(text(click(this.second))).isEqualTo("{}");
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void clickAndEventWhenIdsAreTheSameThenBothAreHandled() {
		click(this.first);
		event(this.second, MESSAGE.replace("om_1", "evt-1"));

		assertThat(this.handled).containsExactly("first", "second");
	}

	@Test
	void legacyClickWhenSharedThenItsTokenIsNotInTheStore() {
		send(this.first, SignedCallback.legacy(Clicks.legacy("save"))).block();
		send(this.second, SignedCallback.legacy(Clicks.legacy("save"))).block();

		assertThat(this.handled).containsExactly("first");
		assertThat(this.ids).isNotEmpty().allSatisfy((id) -> assertThat(id).matches("[0-9a-f]{64}"));
	}

	@Test
	void eventWhenDeliveredToOtherAfterHoursThenIsNotHandledAgain() {
		event(this.first, MESSAGE);
		this.time.advanceTimeBy(Duration.ofHours(6));

		assertThat(event(this.second, MESSAGE).status()).isEqualTo(200);
		assertThat(this.handled).containsExactly("first");
	}

	@Test
	void eventWhenListenerFailsThenOtherHandlesIt() {
		this.listeners.put("first", (event) -> {
			throw new IllegalStateException("No lunch");
		});
		event(this.first, MESSAGE);
		this.time.advanceTimeBy(Duration.ofMinutes(1));

		event(this.second, MESSAGE);
		assertThat(this.handled).containsExactly("first", "second");
	}

	@Test
	void eventWhenListenerRunsForLongElsewhereThenIsNotAcknowledgedUntilItEnds() {
		CallbackProcessor slow = processor("slow", Schedulers.fromExecutor(this.waiting::add));
		event(slow, MESSAGE);
		this.failure = Mono.error(new IllegalStateException());
		this.time.advanceTimeBy(Duration.ofSeconds(4));
		this.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		List<Integer> statuses = new ArrayList<>();
		send(this.second, SignedCallback.of(MESSAGE)).map(CallbackResponse::status).subscribe(statuses::add);
		this.time.advanceTimeBy(Duration.ofMillis(2500));
		assertThat(statuses).containsExactly(503);
		this.waiting.forEach(Runnable::run);

		assertThat(event(this.second, MESSAGE).status()).isEqualTo(200);
		assertThat(this.handled).containsExactly("slow");
	}

	@Test
	void eventWhenRefusedThenOtherHandlesIt() {
		this.first.close();
		assertThat(send(this.first, SignedCallback.of(MESSAGE)).block().status()).isEqualTo(503);

		event(this.second, MESSAGE);
		assertThat(this.handled).containsExactly("second");
	}

	@Test
	void ticketWhenNotSavedThenOtherSavesIt() {
		List<String> saved = new ArrayList<>();
		this.ticketSaver = (ticket) -> Mono.error(new IllegalStateException());
		assertThat(send(this.first, SignedCallback.of(TICKET)).block().status()).isEqualTo(503);
		this.ticketSaver = (ticket) -> Mono.fromRunnable(() -> saved.add(ticket.ticket()));

		assertThat(send(this.second, SignedCallback.of(TICKET)).block().status()).isEqualTo(200);
		assertThat(saved).containsExactly("ticket-1");
	}

	@Test
	void clickWhenItArrivesOverConnectionThenHandlerStartsOnItsScheduler() {
		Scheduler handlers = Schedulers.fromExecutor(this.waiting::add);
		this.first.process(Clicks.button("evt-1", "save").getBytes(StandardCharsets.UTF_8), handlers).subscribe();
		this.waiting.remove(0).run();
		assertThat(this.handled).isEmpty();

		this.waiting.remove(0).run();
		assertThat(this.handled).containsExactly("first");
	}

	private CallbackProcessor processor(String name) {
		return processor(name, Schedulers.immediate());
	}

	private CallbackProcessor processor(String name, Scheduler eventScheduler) {
		return CallbackProcessor.builder(SignedCallback.KEYS)
			.legacy(true)
			.handlers(new CardActionHandlers(List.of(new Recording(name))))
			.listener((event) -> {
				this.handled.add(name);
				this.listeners.getOrDefault(name, (ignored) -> {
				}).accept(event);
			})
			.ticketSaver((ticket) -> this.ticketSaver.apply(ticket))
			.lateUpdate((click, card) -> Mono.fromRunnable(() -> this.works.add("update")))
			.answers(new Link(name))
			.scheduler(Schedulers.immediate())
			.eventScheduler(eventScheduler)
			.clock(new MutableClock(SignedCallback.NOW))
			.build();
	}

	private static CallbackResponse click(CallbackProcessor processor) {
		return now(send(processor));
	}

	private static CallbackResponse event(CallbackProcessor processor, String json) {
		CallbackResponse response = now(send(processor, SignedCallback.of(json)));
		response.afterwards().run();
		return response;
	}

	/** Returns a response that does not wait for time to pass. */
	private static CallbackResponse now(Mono<CallbackResponse> response) {
		return Optional.ofNullable(response.toFuture().getNow(null)).orElseThrow();
	}

	private static Mono<CallbackResponse> send(CallbackProcessor processor) {
		return send(processor, SignedCallback.of(Clicks.button("evt-1", "save")));
	}

	private static Mono<CallbackResponse> send(CallbackProcessor processor, SignedCallback callback) {
		return processor.process(callback.headers(), callback.body());
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	/**
	 * Handler of one instance.
	 */
	private final class Recording implements CardActionHandler {

		private final String name;

		Recording(String name) {
			this.name = name;
		}

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			SharedAnswersTests.this.handled.add(this.name);
			return SharedAnswersTests.this.handlers
				.getOrDefault(this.name, (click) -> Mono.just(CardActionReply.success("Saved")))
				.apply(event);
		}

	}

	/**
	 * Way of one instance to the store.
	 */
	private final class Link implements AnswerStore {

		private final String name;

		Link(String name) {
			this.name = name;
		}

		@Override
		public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
			SharedAnswersTests.this.ids.add(claim.id());
			Mono<Answered> failure = failure();
			return (failure != null) ? failure : SharedAnswersTests.this.store.begin(claim, lease);
		}

		@Override
		public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
			Mono<Answered> failure = failure();
			return (failure != null) ? failure.then() : SharedAnswersTests.this.store.keep(claim, answer, retention);
		}

		@Override
		public Mono<Void> giveUp(AnswerClaim claim) {
			Mono<Answered> failure = failure();
			return (failure != null) ? failure.then() : SharedAnswersTests.this.store.giveUp(claim);
		}

		private @Nullable Mono<Answered> failure() {
			return SharedAnswersTests.this.dead.contains(this.name) ? Mono.never() : SharedAnswersTests.this.failure;
		}

	}

}
