package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingReplyTests {

	private static final String FAILED = "That did not work";

	private final List<String> shown = new ArrayList<>();

	private final CapturedLog log = CapturedLog.start();

	private LateCardUpdate lateUpdate = (event, card) -> Mono.fromRunnable(() -> this.shown.add(json(card)));

	private VirtualTimeScheduler time;

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
	void clickWhenWorkTakesLongThenTextIsShownAtOnceAndResultInTheEnd() {
		CallbackResponse response = click(() -> Mono.just(
				CardActionReply.working("Looking it up").then(Mono.delay(Duration.ofMinutes(5)).thenReturn(result()))));

		assertThat(text(response)).contains("\"card\"", "Looking it up").doesNotContain("button");
		response.afterwards().run();
		this.time.advanceTimeBy(Duration.ofSeconds(299));
		assertThat(this.shown).isEmpty();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.shown).singleElement().asString().contains("Result");
	}

	@Test
	void workWhenResponseHasNotLeftThenHasNotStarted() {
		click(() -> Mono.just(CardActionReply.working("Wait").then(() -> {
			this.shown.add("started");
			return result();
		})));

		assertThat(this.shown).isEmpty();
	}

	@Test
	void afterwardsWhenWorkIsBlockingThenFollowsTheResult() {
		click(() -> Mono.just(CardActionReply.working(result())
			.then(WorkingReplyTests::result)
			.afterwards(() -> this.shown.add("afterwards")))).afterwards().run();

		assertThat(this.shown).hasSize(2).element(1).isEqualTo("afterwards");
	}

	@Test
	void workWhenItFailsThenCardSaysSoAndLogHasTheError() {
		click(() -> Mono.just(CardActionReply.working("Wait").then(WorkingReplyTests::failure))).afterwards().run();

		assertThat(this.shown).singleElement().asString().contains(FAILED).doesNotContain("query");
		assertThat(this.log.errors()).singleElement().asString().contains("no such query");
	}

	@Test
	void workWhenItReturnsNoCardThenCardSaysThatItFailed() {
		click(() -> Mono.just(CardActionReply.working("Wait").then(Mono.empty()))).afterwards().run();

		assertThat(this.shown).singleElement().asString().contains(FAILED);
	}

	@Test
	void resultWhenUpdateIsRefusedThenSecondUpdateSaysThatItFailed() {
		this.lateUpdate = (event, card) -> json(card).contains("Result")
				? Mono.error(new IllegalStateException("refused"))
				: Mono.fromRunnable(() -> this.shown.add(json(card)));

		click(() -> Mono.just(CardActionReply.working("Wait").then(WorkingReplyTests::result))).afterwards().run();

		assertThat(this.shown).singleElement().asString().contains(FAILED);
		assertThat(this.log.errors()).singleElement().asString().contains("refused");
	}

	@Test
	void replyWhenItIsLateItselfThenOnlyTheResultIsShown() {
		List<CallbackResponse> responses = new ArrayList<>();
		process(() -> Mono.delay(Duration.ofSeconds(10))
			.thenReturn(CardActionReply.working("Wait").then(WorkingReplyTests::result))).subscribe(responses::add);

		this.time.advanceTimeBy(Duration.ofSeconds(3));
		responses.get(0).afterwards().run();
		this.time.advanceTimeBy(Duration.ofSeconds(10));

		assertThat(text(responses.get(0))).isEqualTo("{}");
		assertThat(this.shown).singleElement().asString().contains("Result");
	}

	@Test
	void replyWhenThereIsNoLateUpdateThenWorkDoesNotStart() {
		this.lateUpdate = null;

		CallbackResponse response = click(
				() -> Mono.just(CardActionReply.working("Wait").then(WorkingReplyTests::result)));

		assertThat(text(response)).contains(FAILED).doesNotContain("Wait");
		assertThat(this.log.errors()).singleElement().asString().contains("LateCardUpdate");
	}

	private CallbackResponse click(Supplier<Mono<CardActionReply>> handler) {
		return process(handler).block();
	}

	private Mono<CallbackResponse> process(Supplier<Mono<CardActionReply>> handler) {
		return CallbackProcessor.builder()
			.handlers(new CardActionHandlers(List.of(new Handler(handler))))
			.lateUpdate(this.lateUpdate)
			.scheduler(Schedulers.immediate())
			.build()
			.process(Clicks.button("evt-1", "query").getBytes(StandardCharsets.UTF_8), Schedulers.immediate());
	}

	private static Card result() {
		return Card.builder().title("Result").build();
	}

	private static Card failure() {
		throw new UnsupportedOperationException("no such query");
	}

	private static String json(CardContent card) {
		return CardPreparation.standard().forViewer(card, null).toJson();
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private record Handler(Supplier<Mono<CardActionReply>> reply) implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("query");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return this.reply.get();
		}

	}

}
