package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecentAnswersTests {

	private final RecentAnswers answers = new RecentAnswers(100_000, Duration.ofHours(8));

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void answerWhenRecentThenIsTheSame() {
		CallbackResponse first = this.answers.once("1", () -> answer(1)).block();

		assertThat(this.answers.once("1", () -> answer(1)).block()).isSameAs(first);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void answerWhenEventArrivesAgainThenIsItsAcceptanceWithoutWork() {
		CallbackResponse event = CallbackResponse.accepted(this.calls::incrementAndGet);

		CallbackResponse first = this.answers.once("1", () -> Mono.just(event)).block();
		CallbackResponse second = this.answers.once("1", Mono::empty).block();

		assertThat(first).isSameAs(event);
		assertThat(second.status()).isEqualTo(200);
		second.afterwards().run();
		assertThat(this.calls).hasValue(0);
	}

	@Test
	void memoryWhenManyIdsComeThenIsBounded() {
		IntStream.range(0, 100_000).forEach((id) -> this.answers.once("id" + id, () -> answer(2)).block());

		assertThat(this.answers.count()).isBetween(100, 400);
	}

	@Test
	void memoryWhenAnswersAreLargeThenIsBoundedByTheirSize() {
		IntStream.range(0, 1000).forEach((id) -> this.answers.once("id" + id, () -> answer(30_000)).block());

		assertThat(this.answers.count()).isEqualTo(3);
	}

	@Test
	void answerWhenFailedThenIsAskedForAgain() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.answers.once("1", () -> Mono.error(new IllegalStateException())).block());

		assertThat(this.answers.once("1", () -> answer(1)).block()).isNotNull();
		assertThat(this.calls).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(classes = { NoClassDefFoundError.class, StackOverflowError.class, OutOfMemoryError.class })
	void answerWhenErrorIsThrownThenFails(Class<? extends Error> type) throws Exception {
		Error error = type.getDeclaredConstructor().newInstance();

		StepVerifier.create(this.answers.once("1", () -> {
			throw error;
		})).verifyError(type);
	}

	private Mono<CallbackResponse> answer(int size) {
		this.calls.incrementAndGet();
		return Mono.just(CallbackResponse.reply(new byte[size]));
	}

}
