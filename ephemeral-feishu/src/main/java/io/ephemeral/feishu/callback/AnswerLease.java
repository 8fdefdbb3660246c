package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.Arrays;

import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Lease of a callback that this instance handles. It is renewed until the answer is kept
 * or the callback is given up, so no other instance handles the callback meanwhile.
 */
final class AnswerLease {

	/**
	 * Time until another instance handles the callback of an instance that died. The
	 * platform sends an event again after 15 seconds.
	 */
	static final Duration LENGTH = Duration.ofSeconds(10);

	/** Two renewals in a row may fail. */
	private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(3);

	/** Clicks are not sent again by the platform, but may be repeated by clients. */
	private static final Duration RETENTION_OF_ANSWERS = Duration.ofMinutes(10);

	/** The platform sends an event up to 7 hours after the first attempt. */
	private static final Duration RETENTION_OF_FACTS = Duration.ofHours(8);

	/** Members can click a card for 14 days. */
	private static final Duration RETENTION_OF_USES = Duration.ofDays(14);

	private static final int LARGEST_ANSWER = 64 * 1024;

	/** Takes some 90 seconds. The first retry is before the end of the lease. */
	private static final int RETRIES = 5;

	private final AnswerStore store;

	private final AnswerClaim claim;

	private final Disposable renewals;

	/**
	 * Creates a lease, and begins to renew it.
	 * @param store store in which the callback is claimed; may have failed to do so
	 * @param claim the claim
	 */
	AnswerLease(AnswerStore store, AnswerClaim claim) {
		this.store = store;
		this.claim = claim;
		this.renewals = store.begin(claim, LENGTH)
			.onErrorComplete()
			.delaySubscription(BETWEEN_RENEWALS)
			.repeat()
			.subscribe();
	}

	/**
	 * Keeps the answer in the background. If the response is empty, its handler may still
	 * run, so the fact is kept for longer than other answers.
	 */
	void keep(CallbackResponse response) {
		byte[] body = response.body();
		boolean isFact = Arrays.equals(body, CallbackResponse.NOTHING) || body.length > LARGEST_ANSWER;
		end(isFact ? keepFact(RETENTION_OF_FACTS) : this.store.keep(this.claim, body, RETENTION_OF_ANSWERS));
	}

	/** Keeps the answer for double clicks in the background. */
	void keep(byte[] answer, Duration retention) {
		end(this.store.keep(this.claim, (answer.length > LARGEST_ANSWER) ? CallbackResponse.NOTHING : answer,
				retention));
	}

	/** Keeps the use of a seal in the background. */
	void use() {
		end(keepFact(RETENTION_OF_USES));
	}

	/** Gives up in the background. */
	void giveUp() {
		end(this.store.giveUp(this.claim));
	}

	/**
	 * Holds the lease while work runs. If the work succeeds, the fact is kept; if it
	 * fails, the next delivery is handled.
	 */
	Mono<Void> during(Mono<Void> work) {
		return work.doOnSuccess((done) -> end(keepFact(RETENTION_OF_FACTS))).doOnError((error) -> giveUp());
	}

	/** Keeps the fact, with retries, because a late handler must not run again. */
	private Mono<Void> keepFact(Duration retention) {
		return this.store.keep(this.claim, CallbackResponse.NOTHING, retention)
			.retryWhen(Retry.backoff(RETRIES, BETWEEN_RENEWALS));
	}

	private void end(Mono<Void> update) {
		this.renewals.dispose();
		update.onErrorComplete().subscribe();
	}

}
