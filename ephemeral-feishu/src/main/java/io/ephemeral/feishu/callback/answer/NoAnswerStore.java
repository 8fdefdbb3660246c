package io.ephemeral.feishu.callback.answer;

import java.time.Duration;

import io.ephemeral.feishu.callback.CallbackProcessor;
import reactor.core.publisher.Mono;

/**
 * Store that keeps nothing. {@link CallbackProcessor} does not call it.
 */
final class NoAnswerStore implements AnswerStore {

	static final NoAnswerStore INSTANCE = new NoAnswerStore();

	private NoAnswerStore() {
	}

	@Override
	public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
		return Mono.just(new Answered.Mine());
	}

	@Override
	public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
		return Mono.empty();
	}

	@Override
	public Mono<Void> giveUp(AnswerClaim claim) {
		return Mono.empty();
	}

}
