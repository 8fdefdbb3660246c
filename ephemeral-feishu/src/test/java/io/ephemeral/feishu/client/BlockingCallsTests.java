package io.ephemeral.feishu.client;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BlockingCalls}.
 */
class BlockingCallsTests {

	private static final Mono<SentRequests> REQUESTS = Mono
		.deferContextual((context) -> Mono.just(context.get(SentRequests.class)));

	@AfterEach
	void isNotInterrupted() {
		Thread.interrupted();
	}

	@Test
	void awaitWhenCallEndsThenReturnsItsResult() {
		assertThat(await(Mono.just("om_1"))).isEqualTo("om_1");
		assertThat(await(Mono.<String>empty())).isNull();
		assertThatIllegalStateException().isThrownBy(() -> await(Mono.error(new IllegalStateException("no"))))
			.withMessage("no");
	}

	@Test
	void awaitWhenInterruptedBeforeThenNothingIsSent() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> await(Mono.error(new AssertionError())));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void awaitWhenInterruptedBeforeDepartureThenNothingIsSentLaterEither() {
		SentRequests[] requests = new SentRequests[1];
		assertThatExceptionOfType(NotSentException.class)
			.isThrownBy(() -> await(interrupt(REQUESTS.doOnNext((sent) -> requests[0] = sent))));

		assertThat(requests[0].departs()).isFalse();
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void awaitWhenInterruptedAfterDepartureThenOutcomeIsUnknown() {
		assertThatExceptionOfType(DeliveryUnknownException.class)
			.isThrownBy(() -> await(interrupt(REQUESTS.doOnNext(SentRequests::departs))));
		assertThat(Thread.currentThread().isInterrupted()).isTrue();
	}

	@Test
	void awaitWhenRefusedRequestWasTheOnlyOneThenNothingIsSent() {
		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> await(interrupt(REQUESTS.doOnNext((sent) -> {
			sent.departs();
			sent.hadNoEffect();
		}))));
	}

	@Test
	void awaitWhenOnEventLoopThenNamesReactiveType() {
		Mono<String> onEventLoop = Mono.fromCallable(() -> String.valueOf(await(Mono.just("om_1"))))
			.subscribeOn(Schedulers.parallel());

		assertThatIllegalStateException().isThrownBy(onEventLoop::block).withMessageContaining("use Mono");
	}

	/** Interrupts the thread that waits, which it notices when the call does not end. */
	private static Mono<String> interrupt(Mono<SentRequests> requests) {
		Thread caller = Thread.currentThread();
		return requests.doOnNext((sent) -> caller.interrupt()).then(Mono.never());
	}

	private static <T> T await(Mono<T> call) {
		return BlockingCalls.await(call, "ephemeral.send", BlockingCalls.class, Mono.class);
	}

}
