package io.ephemeral.feishu.callback;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Observation convention for the work after a reply. The work is one observation,
 * {@code feishu.afterwards}, from its start to its end. It includes the late update of
 * the card. Implement this interface to change the name and the keys of the observation.
 * <p>
 * Two keys have few values and are used in metrics and traces: {@code action}, and
 * {@code outcome} with the values {@code done} and {@code failed}, or {@code none} during
 * the work. One key is used in traces only: {@code event_id}, which is absent if the
 * click has only a token. No key contains the user, the chat or words of the card.
 */
public interface AfterwardsObservationConvention extends ObservationConvention<ClickObservationContext> {

	@Override
	default String getName() {
		return "feishu.afterwards";
	}

	@Override
	default String getContextualName(ClickObservationContext context) {
		return "feishu afterwards " + context.action();
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
