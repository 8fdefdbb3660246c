package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.callback.RunningWork.Kind;
import io.ephemeral.feishu.event.MessageReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplicationWorkTests {

	private static final WorkName HANDLER = new WorkName(Kind.HANDLER, "Bot.save", "save", "evt-1");

	private static final WorkName LISTENER = new WorkName(Kind.LISTENER, "MessageReceived", null, "evt-2");

	private final ApplicationWork work = new ApplicationWork(3);

	private final Sinks.Empty<Void> end = Sinks.empty();

	private final List<String> done = new ArrayList<>();

	private final CapturedLog log = CapturedLog.start();

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
	void handlersWhenAsManyAsAllowedArePendingThenNextIsRefused() {
		handle(3);

		StepVerifier.create(this.work.handler(HANDLER, Mono.just("late"))).verifyError(WorkRefusedException.class);
		assertThat(this.work.listener(LISTENER, Mono.empty())).isNotNull();

		this.end.tryEmitEmpty();
		StepVerifier.create(this.work.handler(HANDLER, Mono.just("next"))).expectNext("next").verifyComplete();
	}

	@Test
	void afterwardsWhenAsManyAsAllowedArePendingThenIsAcceptedAndCounted() {
		handle(2);
		this.work.afterwards(HANDLER.afterwards(), this.end.asMono()).run();
		this.work.afterwards(HANDLER.afterwards(), this.end.asMono()).run();

		StepVerifier.create(this.work.handler(HANDLER, Mono.just("late"))).verifyError(WorkRefusedException.class);
		assertThat(this.work.running()).hasSize(4);
	}

	@Test
	void lateReplyWhenWaitedForThenIsNotCountedTwice() {
		handle(2);
		this.work.afterLateReply(HANDLER.afterwards(), this.end.asMono()).run();

		StepVerifier.create(this.work.handler(HANDLER, Mono.just("third"))).expectNext("third").verifyComplete();
		assertThat(this.work.running()).hasSize(2);
	}

	@Test
	void listenersWhenAsManyAsAllowedArePendingThenNextIsRefused() {
		listen();
		listen();
		listen().run();

		assertThatExceptionOfType(WorkRefusedException.class).isThrownBy(this::listen)
			.withMessageContaining("3 events")
			.withMessageContaining("feishu.callback.max-pending");
	}

	@Test
	void workWhenBegunTwiceThenRunsOnce() {
		Runnable begin = this.work.listener(LISTENER, Mono.fromRunnable(() -> this.done.add("received")));
		assertThat(this.done).isEmpty();

		begin.run();
		begin.run();

		assertThat(this.done).containsExactly("received");
		assertThat(this.work.running()).isEmpty();
	}

	@Test
	void workWhenItsResponseIsLostThenBeginsAllTheSame() {
		this.work.listener(LISTENER, Mono.fromRunnable(() -> this.done.add("received")));

		this.time.advanceTimeBy(Duration.ofSeconds(20));

		assertThat(this.done).containsExactly("received");
		assertThat(this.work.running()).isEmpty();
	}

	@Test
	void handlerWhenItRunsForAMinuteThenIsWarnedOfOnce() {
		handle(1);
		this.time.advanceTimeBy(Duration.ofSeconds(59));
		assertThat(this.log.warnings()).isEmpty();

		this.time.advanceTimeBy(Duration.ofMinutes(10));

		assertThat(this.log.warnings()).singleElement()
			.asString()
			.startsWith("The handler Bot.save of the action 'save' for the click evt-1 has not ended after 60 s");
	}

	@Test
	void handlerWhenItEndsBeforeThenIsNotWarnedOf() {
		handle(1);
		this.time.advanceTimeBy(Duration.ofSeconds(59));
		this.end.tryEmitEmpty();

		this.time.advanceTimeBy(Duration.ofMinutes(10));

		assertThat(this.log.warnings()).isEmpty();
	}

	@Test
	void runningWhenWorkIsPendingThenTellsItsAge() {
		handle(1);
		this.time.advanceTimeBy(Duration.ofSeconds(5));

		assertThat(this.work.running()).singleElement()
			.isEqualTo(new RunningWork(Kind.HANDLER, "Bot.save", "save", "evt-1", Duration.ofSeconds(5)));
	}

	@Test
	void closeWhenWorkGoesOnThenNamesWhatIsCutOff() throws Exception {
		handle(2);
		this.work.afterwards(HANDLER.afterwards(), Mono.never()).run();
		this.work.afterLateReply(HANDLER.afterwards(), Mono.never());
		listen();

		CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> this.work.close(Duration.ofSeconds(10)));
		while (!closed.isDone()) {
			this.time.advanceTimeBy(Duration.ofMillis(100));
			Thread.onSpinWait();
		}

		assertThat(closed.get(5, TimeUnit.SECONDS)).isNull();
		assertThat(this.log.warnings()).anySatisfy((line) -> assertThat(line).startsWith(
				"The application stops before the end of handlers: 2 × Bot.save of the action 'save'; afterwards: 1 × Bot.save of the action 'save'; listeners: 1 × MessageReceived"));
	}

	@Test
	void closeWhenWorkFollowsThenWaitsForThatToo() throws Exception {
		Sinks.Empty<Void> following = Sinks.empty();
		this.work.handler(HANDLER, this.end.asMono())
			.doOnSuccess((end) -> this.work.afterwards(HANDLER.afterwards(), following.asMono()).run())
			.subscribe();
		CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> this.work.close(Duration.ofSeconds(10)));

		this.end.tryEmitEmpty();
		assertThat(closed).isNotDone();
		following.tryEmitEmpty();

		assertThat(closed.get(5, TimeUnit.SECONDS)).isNull();
		assertThat(this.log.warnings()).isEmpty();
	}

	@Test
	void workWhenClosedThenIsRefusedUntilOpened() {
		this.work.close(Duration.ofSeconds(10));

		assertThatExceptionOfType(WorkRefusedException.class).isThrownBy(this::listen);
		StepVerifier.create(this.work.handler(HANDLER, Mono.just("late"))).verifyError(WorkRefusedException.class);
		this.work.open();
		assertThat(listen()).isNotNull();
	}

	private void handle(int count) {
		for (int click = 0; click < count; click++) {
			this.work.handler(HANDLER, this.end.asMono()).subscribe();
		}
	}

	private Runnable listen() {
		return this.work.listener(LISTENER, Mono.never());
	}

}
