package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class PatientAnswerStoreTests {

	private static final AnswerClaim CLAIM = new AnswerClaim("1", "owner");

	private final Scheduler threadOfStore = Schedulers
		.fromExecutorService(Executors.newSingleThreadExecutor((task) -> new Thread(task, "store")));

	@AfterEach
	void dispose() {
		this.threadOfStore.dispose();
	}

	@Test
	void beginWhenStoreAnswersThenGoesOnOnAnotherThread() {
		AnswerStore store = new PatientAnswerStore(new Slow(Mono.just(new Answered.Mine())), Duration.ofMinutes(5));

		assertThat(
				store.begin(CLAIM, Duration.ofSeconds(10)).map((answered) -> Thread.currentThread().getName()).block())
			.startsWith("parallel");
	}

	@ParameterizedTest
	@MethodSource("methods")
	void methodWhenStoreIsSilentThenFailsInTime(Function<AnswerStore, Mono<?>> method) {
		AnswerStore store = new PatientAnswerStore(new Slow(Mono.never()));

		StepVerifier.withVirtualTime(() -> method.apply(store))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(199))
			.thenAwait(Duration.ofMillis(1))
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(5));
	}

	static List<Function<AnswerStore, Mono<?>>> methods() {
		return List.of((store) -> store.begin(CLAIM, Duration.ofSeconds(10)),
				(store) -> store.keep(CLAIM, new byte[0], Duration.ofSeconds(10)), (store) -> store.giveUp(CLAIM));
	}

	/**
	 * Store with a thread of its own.
	 */
	private final class Slow implements AnswerStore {

		private final Mono<Answered> answered;

		Slow(Mono<Answered> answered) {
			this.answered = answered.publishOn(PatientAnswerStoreTests.this.threadOfStore);
		}

		@Override
		public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
			return this.answered;
		}

		@Override
		public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
			return this.answered.then();
		}

		@Override
		public Mono<Void> giveUp(AnswerClaim claim) {
			return this.answered.then();
		}

	}

}
