package io.ephemeral.feishu.test;

import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.leak.LeakOracle;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import org.springframework.context.ApplicationContext;

/**
 * Look at the names, tags and descriptions of all metrics, for the search for canaries.
 */
final class MeterWatch {

	private MeterWatch() {
	}

	static void look(ApplicationContext context, LeakOracle oracle) {
		Stream.concat(context.getBeanProvider(MeterRegistry.class).stream(), Stream.of(Metrics.globalRegistry))
			.flatMap((registry) -> registry.getMeters().stream())
			.map(Meter::getId)
			.distinct()
			.forEach((id) -> oracle.observe("a metric",
					id.getName() + " " + id.getTags() + " " + id.getDescription() + " " + id.getBaseUnit()));
	}

}
