package io.ephemeral.feishu.callback;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Convention for an event, which is one observation, {@code feishu.events}, from its
 * acknowledgment to the end of its listeners. Implement it to name and tag the
 * observation differently.
 * <p>
 * Two keys have few values and suit metrics: {@code type}, the platform's type of an
 * event that has a type of its own here, such as {@code im.message.receive_v1}, or
 * {@code other}; and {@code outcome}: {@code done}, {@code failed}, or {@code busy} for
 * an event that was not accepted, and {@code none} while the listeners run. One is for
 * traces only: {@code event_id}. No key contains a person, a chat or what a message says.
 */
public interface EventObservationConvention extends ObservationConvention<EventObservationContext> {

	@Override
	default String getName() {
		return "feishu.events";
	}

	@Override
	default String getContextualName(EventObservationContext context) {
		return "feishu event " + FeishuEvents.type(context.event());
	}

	@Override
	default KeyValues getLowCardinalityKeyValues(EventObservationContext context) {
		return KeyValues.of("type", FeishuEvents.type(context.event()), "outcome", context.outcome());
	}

	@Override
	default KeyValues getHighCardinalityKeyValues(EventObservationContext context) {
		return KeyValues.of("event_id", context.event().id());
	}

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof EventObservationContext;
	}

}
