package io.ephemeral.feishu.callback;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Observation convention for clicks. Each click is one observation,
 * {@code feishu.clicks}, from the click to the reply of its handler, even if the reply is
 * late. Implement this interface to change the name and the keys of the observation.
 * <p>
 * Two keys have few values and are used in metrics and traces: {@code action}, and
 * {@code outcome} with the values {@code replied}, {@code form_refused}, {@code busy},
 * {@code failed}, and {@code seal_foreign}, {@code seal_forged}, {@code seal_expired} or
 * {@code seal_used} if a seal did not allow the click, or {@code none} while the handler
 * runs. The second click of a double click is not observed. One key is used in traces
 * only: {@code event_id}, which is absent if the click has only a token. No key contains
 * the user, the chat or words of the card.
 */
public interface ClickObservationConvention extends ObservationConvention<ClickObservationContext> {

	@Override
	default String getName() {
		return "feishu.clicks";
	}

	@Override
	default String getContextualName(ClickObservationContext context) {
		return "feishu click " + context.action();
	}

	@Override
	default KeyValues getLowCardinalityKeyValues(ClickObservationContext context) {
		return KeyValues.of("action", context.action(), "outcome", context.outcome());
	}

	@Override
	default KeyValues getHighCardinalityKeyValues(ClickObservationContext context) {
		String eventId = context.eventId();
		return (eventId != null) ? KeyValues.of("event_id", eventId) : KeyValues.empty();
	}

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof ClickObservationContext;
	}

}
