package io.ephemeral.feishu.autoconfigure.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.connection.LongConnectionListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Metrics of the long connection.
 */
final class LongConnectionMetrics implements LongConnectionListener {

	private static final String PREFIX = "feishu.long-connection.";

	private final MeterRegistry registry;

	private final AtomicInteger open = new AtomicInteger();

	private final Timer pongs;

	private final Counter ignored;

	LongConnectionMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder(PREFIX + "open", this.open, AtomicInteger::get)
			.description("Long connections on which the platform responds")
			.register(registry);
		this.pongs = Timer.builder(PREFIX + "pongs")
			.description("Time from a ping to the response of the platform")
			.register(registry);
		this.ignored = Counter.builder(PREFIX + "ignored")
			.description("Messages that were malformed, incomplete, or too many")
			.register(registry);
	}

	@Override
	public void onOpen() {
		this.open.set(1);
	}

	@Override
	public void onEnd(String reason) {
		this.open.set(0);
		Counter.builder(PREFIX + "ends")
			.description("Ends of long connections, and of attempts to open one")
			.tag("reason", reason)
			.register(this.registry)
			.increment();
	}

	@Override
	public void onPong(Duration roundTrip) {
		this.pongs.record(roundTrip);
	}

	@Override
	public void onAcknowledgement(boolean accepted, Duration time) {
		Timer.builder(PREFIX + "messages")
			.description("Time from the arrival of a message to its acknowledgement")
			.tag("outcome", accepted ? "accepted" : "refused")
			.register(this.registry)
			.record(time);
	}

	@Override
	public void onIgnoredMessage() {
		this.ignored.increment();
	}

}
