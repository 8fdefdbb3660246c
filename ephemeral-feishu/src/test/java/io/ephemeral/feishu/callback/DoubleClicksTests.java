package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DoubleClicksTests {

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final List<String> handled = new ArrayList<>();

	private final List<String> works = new ArrayList<>();

	private final List<CallbackResponse> responses = new ArrayList<>();

	private final AnswerStore store = AnswerStore.inMemory();

	private final CallbackProcessor processor = processor(AnswerStore.none(), Duration.ofMillis(500));

	private Supplier<Mono<CardActionReply>> reply = () -> Mono.just(saved());

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void clickWhenFirstIsHandledNowThenBothGetItsAnswer() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.reply = reply::asMono;
		click(this.processor, "1");
		click(this.processor, "2");

		reply.tryEmitValue(saved());

		assertBothSaved();
	}

	@Test
	void clickWhenFirstWasJustAnsweredThenGetsItsAnswer() {
		click(this.processor, "1");
		this.time.advanceTimeBy(Duration.ofMillis(499));
		click(this.processor, "2");

		assertBothSaved();
	}

	@Test
	void clickWhenDeliberateThenIsHandledAgain() {
		click(this.processor, "1");
		this.time.advanceTimeBy(Duration.ofMillis(500));
		click(this.processor, "2");

		assertThat(this.handled).containsExactly("1", "2");
	}

	@Test
	void clickWhenVeryManyWereAnsweredSinceThenIsHandledAgain() {
		this.reply = () -> Mono.just(CardActionReply.success("Saved"));
		click(this.processor, "1");
		for (int other = 0; other < 1001; other++) {
			send(this.processor, json("other " + other).replace("om_1", "om_other" + other));
		}
		click(this.processor, "2");

		assertThat(this.handled).hasSize(1003).startsWith("1").endsWith("2");
	}

	@Test
	void clickWhenOthersWereAnsweredSinceThenGetsItsAnswer() {
		this.time.advanceTimeBy(Duration.ofMillis(300));
		click(this.processor, "1");
		for (int other = 0; other < 500; other++) {
			this.time.advanceTimeBy(Duration.ofNanos(800_000));
			send(this.processor, json("other " + other).replace("om_1", "om_other" + other));
		}
		click(this.processor, "2");

		assertThat(this.handled).hasSize(501).doesNotContain("2");
	}

	@Test
	void clickWhenFirstIsHandledWhileVeryManyAreAnsweredThenIsNotHandled() {
		this.reply = Mono::never;
		click(this.processor, "1");
		this.reply = () -> Mono.just(CardActionReply.success("Saved"));
		for (int other = 0; other < 2001; other++) {
			send(this.processor, json("other " + other).replace("om_1", "om_other" + other));
		}
		click(this.processor, "2");

		assertThat(this.handled).hasSize(2002).doesNotContain("2");
	}

	@Test
	void clickWhenFirstIsLateThenIsNotHandled() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.reply = reply::asMono;
		click(this.processor, "1");
		this.time.advanceTimeBy(Duration.ofSeconds(10));
		click(this.processor, "2");
		this.time.advanceTimeBy(Duration.ofMillis(2500));

		assertThat(this.responses).extracting(DoubleClicksTests::text).containsExactly("{}", "{}");
		assertThat(this.handled).containsExactly("1");
	}

	@ParameterizedTest
	@CsvSource({ "ou_1, ou_2", "om_1, om_2", "save, save2", "first, second" })
	void clickWhenUserCardValueOrFormIsAnotherThenIsHandled(String text, String other) {
		click(this.processor, "1");
		send(this.processor, json("2").replace(text, other));

		assertThat(this.handled).containsExactly("1", "2");
	}

	@Test
	void clickWhenTimeIsZeroThenIsHandled() {
		CallbackProcessor each = processor(AnswerStore.none(), Duration.ZERO);
		click(each, "1");
		click(each, "2");

		assertThat(this.handled).containsExactly("1", "2");
	}

	@Test
	void clickWhenFirstIsHandledInAnotherInstanceThenBothGetItsAnswer() {
		Sinks.One<CardActionReply> reply = Sinks.one();
		this.reply = reply::asMono;
		click(processor(this.store, Duration.ofMillis(500)), "1");
		click(processor(this.store, Duration.ofMillis(500)), "2");

		reply.tryEmitValue(saved());
		this.time.advanceTimeBy(Duration.ofMillis(100));

		assertBothSaved();
	}

	@Test
	void clickWhenDeliberateInAnotherInstanceThenIsHandledAgain() {
		click(processor(this.store, Duration.ofMillis(500)), "1");
		this.time.advanceTimeBy(Duration.ofMillis(500));
		click(processor(this.store, Duration.ofMillis(500)), "2");

		assertThat(this.handled).containsExactly("1", "2");
	}

	@Test
	void builderWhenTimeIsNegativeThenNamesTheProperty() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CallbackProcessor.builder().doubleClick(Duration.ofMillis(-1)))
			.withMessageContaining("feishu.callback.double-click");
	}

	private void assertBothSaved() {
		assertThat(this.responses).hasSize(2).allSatisfy((response) -> assertThat(text(response)).contains("Saved"));
		this.responses.forEach((response) -> response.afterwards().run());
		assertThat(this.handled).containsExactly("1");
		assertThat(this.works).hasSize(1);
	}

	private CardActionReply saved() {
		return CardActionReply.success("Saved").afterwards(() -> this.works.add("work"));
	}

	private void click(CallbackProcessor processor, String id) {
		send(processor, json(id));
	}

	private void send(CallbackProcessor processor, String click) {
		SignedCallback callback = SignedCallback.of(click);
		processor.process(callback.headers(), callback.body()).subscribe(this.responses::add);
	}

	private static String json(String id) {
		return Clicks.click(id,
				"\"tag\": \"button\", \"value\": {\"action\": \"save\"}, \"form_value\": {\"text\": \"first\"}");
	}

	private static String text(CallbackResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	private CallbackProcessor processor(AnswerStore answers, Duration doubleClick) {
		return CallbackProcessor.builder(SignedCallback.KEYS)
			.handlers(new CardActionHandlers(List.of(new Recording())))
			.answers(answers)
			.doubleClick(doubleClick)
			.scheduler(Schedulers.immediate())
			.clock(new MutableClock(SignedCallback.NOW))
			.build();
	}

	private final class Recording implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save", "save2");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			DoubleClicksTests.this.handled.add(event.id());
			return DoubleClicksTests.this.reply.get();
		}

	}

}
