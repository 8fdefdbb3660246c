package io.ephemeral.feishu.callback;

import java.util.function.Consumer;

import io.ephemeral.feishu.callback.call.ThrownError;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Observation of a piece of work of the application. The calls of the work belong to it,
 * or to its parent if the work is not observed.
 */
final class WorkObservation {

	private final Observation observation;

	private final @Nullable Observation parent;

	WorkObservation(Observation observation, @Nullable Observation parent) {
		this.observation = observation;
		this.parent = parent;
	}

	/** Returns the observation of the calls of the work, and of the work after it. */
	@Nullable Observation current() {
		return this.observation.isNoop() ? this.parent : this.observation;
	}

	/**
	 * Observes work from its start to its end.
	 * @param work work that sets its outcome with {@link #end} or {@link #fail}
	 */
	<T> Mono<T> during(Mono<T> work) {
		Mono<T> within = within(current(), work);
		return this.observation.isNoop() ? within
				: Mono.using(this.observation::start, (started) -> within, Observation::stop);
	}

	/**
	 * Returns the work with an observation for its calls.
	 * @param observation the observation; null for none
	 */
	static <T> Mono<T> within(@Nullable Observation observation, Mono<T> work) {
		return (observation == null || observation.isNoop()) ? work
				: work.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation));
	}

	/**
	 * Observes background work from its start to its end.
	 * @param failure function that logs the error of the work
	 */
	Mono<Void> work(Mono<Void> work, Consumer<Throwable> failure) {
		Mono<Void> ending = this.observation.isNoop() ? work : work.doOnSuccess((done) -> end("done"));
		return during(ending.onErrorResume((error) -> Mono.fromRunnable(() -> {
			fail(error);
			log(() -> failure.accept(error));
		})));
	}

	/** Records that the work was not accepted. */
	void refuse() {
		this.observation.start();
		end("busy");
		this.observation.stop();
	}

	/** Returns work that sets its outcome when it succeeds. */
	<T> Mono<T> ending(Mono<T> work, String outcome) {
		return this.observation.isNoop() ? work : work.doOnNext((done) -> end(outcome));
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

	/**
	 * Logs with the observation in scope, so that the line belongs to the trace of the
	 * work.
	 */
	void log(Runnable log) {
		if (this.observation.isNoop()) {
			log.run();
		}
		else {
			this.observation.scoped(log);
		}
	}

}
