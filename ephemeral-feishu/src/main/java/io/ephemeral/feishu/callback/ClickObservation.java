package io.ephemeral.feishu.callback;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Mono;

/**
 * Observes a handler from the click to its reply, also where that comes too late. What
 * the handler calls belongs to it.
 */
final class ClickObservation {

	private final ObservationRegistry registry;

	ClickObservation(ObservationRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Observes a handler.
	 * @param action one that has a handler, so that there are few
	 */
	Mono<CardActionReply> of(String action, Mono<CardActionReply> handling) {
		return this.registry.isNoop() ? handling : Mono.defer(() -> {
			Observation observation = Observation.createNotStarted("feishu.clicks", this.registry)
				.contextualName("feishu click " + action)
				.lowCardinalityKeyValue("action", action)
				.lowCardinalityKeyValue("outcome", "none")
				.start();
			return handling.doOnSuccess((reply) -> observation.lowCardinalityKeyValue("outcome", "replied"))
				.doOnError((error) -> failed(observation, error))
				.doFinally((end) -> observation.stop())
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation));
		});
	}

	/** What the user has to mend is no failure of the handler. */
	private static void failed(Observation observation, Throwable error) {
		if (error instanceof FormBindingException || error instanceof InvalidFormException) {
			observation.lowCardinalityKeyValue("outcome", "form_refused");
		}
		else {
			observation.lowCardinalityKeyValue("outcome", "failed").error(error);
		}
	}

}
