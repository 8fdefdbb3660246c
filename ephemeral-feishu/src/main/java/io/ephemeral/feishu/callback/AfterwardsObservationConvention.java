package io.ephemeral.feishu.callback;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Convention for the work after a reply, which is one observation,
 * {@code feishu.afterwards}, from its start to its end. It includes the update of the
 * card if the reply came too late. Implement it to name and tag the observation
 * differently.
 * <p>
 * Two keys have few values and suit metrics: {@code action}, and {@code outcome}:
 * {@code done} or {@code failed}, and {@code none} while the work lasts. One is for
 * traces only: {@code event_id}, absent where a click has only a token. No key contains
 * who has clicked, in which chat, or what the card says.
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
