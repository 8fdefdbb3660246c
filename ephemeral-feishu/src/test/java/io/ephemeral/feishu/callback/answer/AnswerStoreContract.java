package io.ephemeral.feishu.callback.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.callback.answer.Answered.Mine;
import io.ephemeral.feishu.callback.answer.Answered.Theirs;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of an {@link AnswerStore}. Extend this class to test your own store.
 */
public abstract class AnswerStoreContract {

	private static final String ID = "a".repeat(64);

	private static final AnswerClaim FIRST = new AnswerClaim(ID, "first");

	private static final AnswerClaim SECOND = new AnswerClaim(ID, "second");

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final byte[] ANSWER = bytes("{\"toast\":{\"content\":\"好的\"}}");

	private static final byte[] OTHER_ANSWER = bytes("{\"toast\":{\"content\":\"no\"}}");

	private static final byte[] FACT = bytes("{}");

	/** Returns the store under test, which is empty at the start of each test. */
	protected abstract AnswerStore store();

	/**
	 * Lets time pass for the store.
	 * @param time time to pass, less than a second
	 */
	protected abstract void pass(Duration time);

	@Test
	void beginWhenNobodyDidThenIsMine() {
		assertThat(begin(FIRST, LONG)).isEqualTo(new Mine());
	}

	@Test
	void beginWhenAnotherDidThenIsTheirs() {
		begin(FIRST, LONG);

		assertThat(begin(SECOND, LONG)).isEqualTo(new Theirs());
	}

	@Test
	void beginWhenCallbackIsAnotherThenIsMine() {
		begin(FIRST, LONG);

		assertThat(begin(new AnswerClaim("b".repeat(64), "second"), LONG)).isEqualTo(new Mine());
	}

	@Test
	void beginWhenLeaseHasEndedThenIsMine() {
		begin(FIRST, SHORT);
		pass(SHORT.multipliedBy(2));

		assertThat(begin(SECOND, LONG)).isEqualTo(new Mine());
		assertThat(begin(FIRST, LONG)).isEqualTo(new Theirs());
	}

	@Test
	void beginWhenOwnerRepeatsItThenRenewsTheLease() {
		begin(FIRST, SHORT);

		assertThat(begin(FIRST, LONG)).isEqualTo(new Mine());
		pass(SHORT.multipliedBy(2));
		assertThat(begin(SECOND, LONG)).isEqualTo(new Theirs());
	}

	@Test
	void beginWhenAnotherWaitsThenLeaseIsNotRenewed() {
		begin(FIRST, SHORT);
		begin(SECOND, LONG);
		pass(SHORT.multipliedBy(2));

		assertThat(begin(SECOND, LONG)).isEqualTo(new Mine());
	}

	@Test
	void beginWhenManyDoSoAtOnceThenOneSucceeds() {
		assertThat(countMineOfManyAtOnce()).isEqualTo(1);
	}

	@Test
	void beginWhenManyDoSoAfterTheLeaseThenOneSucceeds() {
		begin(FIRST, SHORT);
		pass(SHORT.multipliedBy(2));

		assertThat(countMineOfManyAtOnce()).isEqualTo(1);
	}

	@Test
	void beginWhenAnswerIsKeptThenIsDoneForEveryOwner() {
		begin(FIRST, LONG);
		keep(FIRST, ANSWER, LONG);

		assertThat(answer(SECOND)).isEqualTo(ANSWER);
		assertThat(answer(FIRST)).isEqualTo(ANSWER);
	}

	@Test
	void beginWhenOnlyTheFactIsKeptThenIsDone() {
		begin(FIRST, LONG);
		keep(FIRST, FACT, LONG);

		assertThat(answer(SECOND)).isEqualTo(FACT);
	}

	@Test
	void beginWhenRetentionHasEndedThenIsMine() {
		begin(FIRST, LONG);
		keep(FIRST, ANSWER, SHORT);
		pass(SHORT.multipliedBy(2));

		assertThat(begin(SECOND, LONG)).isEqualTo(new Mine());
	}

	@Test
	void keepWhenLeaseWasShorterThenAnswerStays() {
		begin(FIRST, SHORT);
		keep(FIRST, ANSWER, LONG);
		pass(SHORT.multipliedBy(2));

		assertThat(answer(SECOND)).isEqualTo(ANSWER);
	}

	@Test
	void keepWhenAnswerIsLargeThenIsComplete() {
		byte[] large = bytes("\"" + "饭".repeat(21_844) + "\"");
		keep(FIRST, large, LONG);

		assertThat(answer(SECOND)).isEqualTo(large);
	}

	@Test
	void keepWhenNobodyBeganThenIsKept() {
		keep(FIRST, ANSWER, LONG);

		assertThat(answer(SECOND)).isEqualTo(ANSWER);
	}

	@Test
	void keepWhenAnotherOwnerBeganThenIsKept() {
		begin(SECOND, LONG);
		keep(FIRST, ANSWER, LONG);

		assertThat(answer(SECOND)).isEqualTo(ANSWER);
	}

	@Test
	void keepWhenAnswerWasKeptThenReplacesIt() {
		keep(FIRST, ANSWER, SHORT);
		keep(SECOND, OTHER_ANSWER, LONG);
		pass(SHORT.multipliedBy(2));

		assertThat(answer(FIRST)).isEqualTo(OTHER_ANSWER);
	}

	@Test
	void giveUpWhenMineThenNextIsMine() {
		begin(FIRST, LONG);
		giveUp(FIRST);

		assertThat(begin(SECOND, LONG)).isEqualTo(new Mine());
	}

	@Test
	void giveUpWhenNobodyBeganThenChangesNothing() {
		giveUp(FIRST);

		assertThat(begin(SECOND, LONG)).isEqualTo(new Mine());
	}

	@Test
	void giveUpWhenAnotherHasBegunSinceThenIsTheirs() {
		begin(FIRST, SHORT);
		pass(SHORT.multipliedBy(2));
		begin(SECOND, LONG);
		giveUp(FIRST);

		assertThat(begin(FIRST, LONG)).isEqualTo(new Theirs());
	}

	@Test
	void giveUpWhenAnswerIsKeptThenAnswerStays() {
		begin(FIRST, LONG);
		keep(FIRST, ANSWER, LONG);
		giveUp(FIRST);

		assertThat(answer(SECOND)).isEqualTo(ANSWER);
	}

	@Test
	void storeWhenNobodySubscribesThenChangesNothing() {
		Mono<Answered> first = store().begin(FIRST, LONG);
		Mono<Void> kept = store().keep(SECOND, ANSWER, LONG);
		begin(SECOND, LONG);
		Mono<Void> givenUp = store().giveUp(SECOND);

		assertThat(first.block()).isEqualTo(new Theirs());
		kept.block();
		givenUp.block();
		assertThat(first.block()).as("asks again").isInstanceOf(Done.class);
	}

	private long countMineOfManyAtOnce() {
		return Flux.range(0, 100)
			.flatMap((caller) -> store().begin(new AnswerClaim(ID, "owner-" + caller), LONG)
				.subscribeOn(Schedulers.boundedElastic()), 100)
			.filter(Mine.class::isInstance)
			.count()
			.blockOptional()
			.orElseThrow();
	}

	private Answered begin(AnswerClaim claim, Duration lease) {
		return store().begin(claim, lease).blockOptional().orElseThrow();
	}

	private byte[] answer(AnswerClaim claim) {
		return ((Done) begin(claim, LONG)).answer();
	}

	private void keep(AnswerClaim claim, byte[] answer, Duration retention) {
		store().keep(claim, answer, retention).block();
	}

	private void giveUp(AnswerClaim claim) {
		store().giveUp(claim).block();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
