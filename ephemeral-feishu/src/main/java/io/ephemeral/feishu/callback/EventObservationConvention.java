package io.ephemeral.feishu.callback;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Observation convention for events. Each event is one observation,
 * {@code feishu.events}, from its acknowledgment to the end of its listeners. Implement
 * this interface to change the name and the keys of the observation.
 * <p>
 * Two keys have few values and are used in metrics and traces: {@code type}, the
 * platform's type of an event with its own record, such as {@code im.message.receive_v1},
 * or {@code other}; and {@code outcome} with the values {@code done}, {@code failed},
 * {@code busy} for an event that was not accepted, and {@code none} while the listeners
 * run. One key is used in traces only: {@code event_id}. No key contains a person, a chat
 * or words of a message.
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
