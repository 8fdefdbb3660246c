package io.ephemeral.feishu.callback;

import java.util.function.Consumer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Observation of a piece of the application's work. What the work calls belongs to it, or
 * to its parent if nobody observes the work.
 */
final class WorkObservation {

	private final Observation observation;

	private final @Nullable Observation parent;

	WorkObservation(Observation observation, @Nullable Observation parent) {
		this.observation = observation;
		this.parent = parent;
	}

	/** Returns what the calls of the work, and what follows it, belong to. */
	@Nullable Observation current() {
		return this.observation.isNoop() ? this.parent : this.observation;
	}

	/**
	 * Observes work from its start to its end.
	 * @param work tells its outcome by {@link #end} or {@link #fail}
	 */
	<T> Mono<T> during(Mono<T> work) {
		Mono<T> within = within(current(), work);
		return this.observation.isNoop() ? within
				: Mono.using(this.observation::start, (started) -> within, Observation::stop);
	}

	/**
	 * Lets the calls of some work belong to an observation.
	 * @param observation may be null for none
	 */
	static <T> Mono<T> within(@Nullable Observation observation, Mono<T> work) {
		return (observation == null || observation.isNoop()) ? work
				: work.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation));
	}

	/**
	 * Observes work that nobody waits for, from its start to its end.
	 * @param failure logs an error, with which the work ends
	 */
	Mono<Void> work(Mono<Void> work, Consumer<Throwable> failure) {
		return during(work.doOnSuccess((done) -> end("done")).onErrorResume((error) -> Mono.fromRunnable(() -> {
			fail(error);
			log(() -> failure.accept(error));
		})));
	}

	/** Observes that the work was not accepted. */
	void refuse() {
		this.observation.start();
		end("busy");
		this.observation.stop();
	}

	void end(String outcome) {
		if (this.observation.getContext() instanceof WorkObservationContext context) {
			context.end(outcome);
		}
	}

	void fail(Throwable error) {
		end("failed");
		this.observation.error(ThrownError.unwrap(error));
	}

	/** Lets what is logged about the work belong to it. */
	void log(Runnable log) {
		if (this.observation.isNoop()) {
			log.run();
		}
		else {
			this.observation.scoped(log);
		}
	}

}
