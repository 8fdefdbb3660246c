package io.ephemeral.feishu.test;

import io.ephemeral.feishu.simulator.leak.LeakOracle;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Handler that shows observations to the search for canaries: names, key values, events
 * and errors.
 */
final class ObservationWatch implements ObservationHandler<Observation.Context> {

	private static final String PLACE = "an observation";

	private final LeakOracle oracle;

	ObservationWatch(LeakOracle oracle) {
		this.oracle = oracle;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
		this.oracle.observe(PLACE, event.getName() + " " + event.getContextualName());
	}

	@Override
	public void onError(Observation.Context context) {
		Throwable error = context.getError();
		if (error != null) {
			this.oracle.observe("the error of " + PLACE, error);
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		StringBuilder text = new StringBuilder().append(context.getName())
			.append(' ')
			.append(context.getContextualName());
		context.getAllKeyValues()
			.forEach((pair) -> text.append(' ').append(pair.getKey()).append('=').append(pair.getValue()));
		this.oracle.observe(PLACE, text.toString());
	}

}
