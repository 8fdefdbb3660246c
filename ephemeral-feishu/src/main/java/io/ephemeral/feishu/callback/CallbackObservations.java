package io.ephemeral.feishu.callback;

import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observations of the work of the application.
 *
 * @param registry registry of the observations
 * @param clicks convention for handlers of clicks; null for the default
 * @param afterwards convention for the work after a reply; null for the default
 * @param events convention for listeners of events; null for the default
 */
record CallbackObservations(ObservationRegistry registry, @Nullable ClickObservationConvention clicks,
		@Nullable AfterwardsObservationConvention afterwards, @Nullable EventObservationConvention events) {

	private static final ClickObservationConvention CLICKS = new ClickObservationConvention() {
	};

	private static final AfterwardsObservationConvention AFTERWARDS = new AfterwardsObservationConvention() {
	};

	private static final EventObservationConvention EVENTS = new EventObservationConvention() {
	};

	WorkObservation click(CardActionEvent event, String action, @Nullable Observation parent) {
		return create(this.clicks, CLICKS, () -> new ClickObservationContext(event, action), parent);
	}

	WorkObservation afterwards(CardActionEvent event, String action, @Nullable Observation parent) {
		return create(this.afterwards, AFTERWARDS, () -> new ClickObservationContext(event, action), parent);
	}

	WorkObservation event(FeishuEvents.Unread event, @Nullable Observation parent) {
		return create(this.events, EVENTS, () -> new EventObservationContext(event.read()), parent);
	}

	private <C extends Observation.Context> WorkObservation create(@Nullable ObservationConvention<C> custom,
			ObservationConvention<C> standard, Supplier<C> context, @Nullable Observation parent) {
		Observation observation = Observation.createNotStarted(custom, standard, context, this.registry);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return new WorkObservation(observation, parent);
	}

}
