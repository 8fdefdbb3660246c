package io.ephemeral.feishu.autoconfigure.metrics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Metrics of the limits that instances share.
 */
final class SharingMetrics implements LimitSharing.Listener {

	private final MeterRegistry registry;

	private final AtomicInteger joint = new AtomicInteger(1);

	SharingMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("feishu.limiter.joint", this.joint, AtomicInteger::get)
			.description("1 if this instance shares the limits with the others, 0 while it is alone")
			.register(registry);
	}

	@Override
	public void onExchange(long nanos, boolean answered) {
		this.joint.set(answered ? 1 : 0);
		Timer.builder("feishu.limiter.exchange")
			.description("Time of an exchange of slots with the other instances")
			.tag("outcome", answered ? "answered" : "failed")
			.register(this.registry)
			.record(nanos, TimeUnit.NANOSECONDS);
	}

}
