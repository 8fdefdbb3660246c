package io.ephemeral.feishu.callback;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Mono;

/**
 * Observes a handler from the click to its reply, also where that comes too late, and
 * what follows the reply. What they call belongs to them.
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
	Mono<CardActionReply> handler(String action, Mono<CardActionReply> handling) {
		return observed("feishu.clicks", "feishu click " + action, action, "replied", handling);
	}

	/**
	 * Observes the {@code afterwards} of a reply.
	 */
	Mono<Void> afterwards(String action, Mono<Void> work) {
		return observed("feishu.afterwards", "feishu afterwards " + action, action, "done", work);
	}

	private <T> Mono<T> observed(String name, String contextualName, String action, String success, Mono<T> work) {
		return this.registry.isNoop() ? work : Mono.defer(() -> {
			Observation observation = Observation.createNotStarted(name, this.registry)
				.contextualName(contextualName)
				.lowCardinalityKeyValue("action", action)
				.lowCardinalityKeyValue("outcome", "none")
				.start();
			return work.doOnSuccess((reply) -> observation.lowCardinalityKeyValue("outcome", success))
				.doOnError((error) -> failed(observation, error))
				.doFinally((end) -> observation.stop())
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation));
		});
	}

	/** Neither what the user has to mend nor what was not begun is a failure. */
	private static void failed(Observation observation, Throwable error) {
		if (error instanceof InvalidFormException
				|| (error instanceof FormBindingException binding && binding.isOfForm())) {
			observation.lowCardinalityKeyValue("outcome", "form_refused");
		}
		else if (error instanceof WorkRefusedException) {
			observation.lowCardinalityKeyValue("outcome", "busy");
		}
		else {
			observation.lowCardinalityKeyValue("outcome", "failed").error(ThrownError.unwrap(error));
		}
	}

}
