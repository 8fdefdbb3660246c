package io.ephemeral.feishu.commit;

import java.util.List;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.publish.Publication;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Start of calls at the end of a transaction. Each call is one observation, and each
 * failure is logged.
 *
 * @param registry registry of the observations
 */
record DeferredCalls(ObservationRegistry registry) {

	private static final Log logger = LogFactory.getLog(DeferredCalls.class);

	/** Defers a blocking call, which then runs with its observation on the thread. */
	DeferredCall blocking(String operation, Runnable call) {
		Mono<Void> running = Mono.deferContextual((context) -> Mono.fromRunnable(() -> run(call, context)));
		return new DeferredCall(operation, running.subscribeOn(Schedulers.boundedElastic()),
				this.registry.getCurrentObservation());
	}

	private static void run(Runnable call, ContextView context) {
		Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		if (observation == null) {
			call.run();
		}
		else {
			observation.scoped(call);
		}
	}

	/** Defers a reactive call. */
	Mono<DeferredCall> reactive(String operation, Mono<?> call) {
		return Mono.deferContextual((context) -> Mono.just(new DeferredCall(operation, call.then(),
				context.getOrDefault(ObservationThreadLocalAccessor.KEY, null))));
	}

	/**
	 * Starts the calls of a transaction in the background if it has committed.
	 * @param status status of {@link TransactionSynchronization#afterCompletion}
	 */
	void end(List<DeferredCall> calls, int status) {
		if (status == TransactionSynchronization.STATUS_COMMITTED) {
			Flux.fromIterable(List.copyOf(calls)).concatMap(this::told).subscribe();
		}
		else if (status == TransactionSynchronization.STATUS_UNKNOWN && !calls.isEmpty()) {
			logger.error("It is unknown whether the transaction has committed, so these calls are not made: "
					+ calls.stream().map(DeferredCall::operation).toList());
		}
	}

	private Mono<Void> told(DeferredCall call) {
		return Mono.defer(() -> {
			Observation observation = Observation.createNotStarted("feishu.after-commit", this.registry)
				.contextualName("feishu after commit " + call.operation())
				.lowCardinalityKeyValue("operation", call.operation())
				.lowCardinalityKeyValue("outcome", "none")
				.parentObservation(call.parent())
				.start();
			return call.call()
				.doOnSuccess((done) -> observation.lowCardinalityKeyValue("outcome", "done"))
				.onErrorResume((error) -> Mono.fromRunnable(() -> tell(error, call, observation)))
				.doFinally((end) -> observation.stop())
				.contextWrite((context) -> observation.isNoop() ? context
						: context.put(ObservationThreadLocalAccessor.KEY, observation));
		});
	}

	private static void tell(Throwable error, DeferredCall call, Observation observation) {
		observation.lowCardinalityKeyValue("outcome", "failed").error(error);
		observation.scoped(() -> logger.error("The transaction has committed, but the call '" + call.operation()
				+ "' after it failed and is not repeated", error));
	}

	/** Warns if the ephemeral card of a publication is still there. */
	static void check(ViewedCard ephemeralCard, Publication publication) {
		FeishuException notDeleted = publication.notDeleted();
		if (notDeleted != null) {
			logger.warn("The outcome of the card " + ephemeralCard.messageId()
					+ " was published, but the card was not deleted: " + notDeleted.getMessage());
		}
	}

}
