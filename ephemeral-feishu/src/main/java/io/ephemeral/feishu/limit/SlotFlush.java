package io.ephemeral.feishu.limit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Wait until the exchange knows all calls that ended and all slots that nobody uses. Not
 * thread-safe.
 */
final class SlotFlush {

	private final Scheduler scheduler;

	private Sinks.@Nullable Empty<Void> end;

	SlotFlush(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	/**
	 * Starts to wait, for half a second at most.
	 * @return the end of the wait, which leaves the thread of its caller
	 */
	Mono<Void> start() {
		Sinks.Empty<Void> end = (this.end != null) ? this.end : Sinks.empty();
		this.end = end;
		return end.asMono().publishOn(this.scheduler).timeout(SlotCourier.TIMEOUT, Mono.empty(), this.scheduler);
	}

	boolean isPending() {
		return this.end != null;
	}

	void end() {
		if (this.end != null) {
			this.end.tryEmitEmpty();
		}
		this.end = null;
	}

}
