package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Store whose calls end in time. A warning, at most one a minute, states that the store
 * failed. Results arrive on threads of the library, because handlers must not run on a
 * thread of the store.
 */
final class PatientAnswerStore implements AnswerStore {

	private static final Log logger = LogFactory.getLog(PatientAnswerStore.class);

	/** A part of the three seconds that the platform waits. */
	private static final Duration PATIENCE = Duration.ofMillis(200);

	private final AnswerStore store;

	private final Duration patience;

	private final RareWarning warning = new RareWarning(logger);

	private volatile boolean responding = true;

	PatientAnswerStore(AnswerStore store) {
		this(store, PATIENCE);
	}

	/**
	 * Creates a store.
	 * @param patience time in which each call ends
	 */
	PatientAnswerStore(AnswerStore store, Duration patience) {
		this.store = store;
		this.patience = patience;
	}

	@Override
	public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
		return limited(ApplicationCall.<Answered>defer(() -> this.store.begin(claim, lease))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The store returned no state"))))
			.publishOn(Schedulers.parallel());
	}

	@Override
	public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
		return limited(ApplicationCall.<Void>defer(() -> this.store.keep(claim, answer, retention)));
	}

	@Override
	public Mono<Void> giveUp(AnswerClaim claim) {
		return limited(ApplicationCall.<Void>defer(() -> this.store.giveUp(claim)));
	}

	/** Returns whether the last call succeeded. */
	boolean isResponding() {
		return this.responding;
	}

	private <T> Mono<T> limited(Mono<T> call) {
		return call.timeout(this.patience).doOnSuccess((result) -> this.responding = true).doOnError(this::fail);
	}

	/** Logs no message of an error at WARN, because it may contain an answer. */
	private void fail(Throwable error) {
		this.responding = false;
		Throwable cause = ThrownError.unwrap(error);
		this.warning.log("The store of answers "
				+ ((cause instanceof TimeoutException) ? "did not respond within " + this.patience.toMillis() + " ms"
						: "failed (" + cause.getClass().getName() + ")")
				+ ", so a callback that arrives at several instances may be handled more than once");
		logger.debug("The store of answers failed", cause);
	}

}
