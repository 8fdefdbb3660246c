package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import io.ephemeral.feishu.limit.window.SlotPace;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reports of the instance to the exchange: arrivals, refusals and unused slots. Not
 * thread-safe.
 */
final class SlotReports {

	private final ArrivalLog log;

	private final SlotFlush flush;

	private final RoundTrips roundTrips = new RoundTrips();

	private final SlotRefusals refusals = new SlotRefusals();

	private boolean pending;

	private long dueAt = SlidingWindow.UNKNOWN;

	SlotReports(ArrivalLog log, SlotFlush flush) {
		this.log = log;
		this.flush = flush;
	}

	ArrivalLog log() {
		return this.log;
	}

	/** Marks that there is something to report. */
	void soon() {
		this.pending = true;
	}

	/** Lets the instance report at the next opportunity. */
	void now() {
		this.dueAt = Long.MIN_VALUE;
	}

	/**
	 * Adds an arrival.
	 * @param answered whether there was a response
	 * @return the arrival, not before that of earlier calls
	 */
	long arrived(String target, Turn turn, boolean answered, long now) {
		soon();
		return this.log.add(target, answered ? this.roundTrips.arrival(turn.sentAt(), now) : now, now);
	}

	/** Returns the fastest round trip; null if it is not known yet. */
	@Nullable Duration fastest() {
		return this.roundTrips.fastest();
	}

	/** Learns the fastest round trip of other instances; null if it is not known. */
	void learn(@Nullable Duration fastest) {
		if (fastest != null) {
			this.roundTrips.learn(fastest.toNanos());
		}
	}

	void refused(Refusal refusal) {
		this.refusals.add(refusal);
		now();
	}

	boolean arePending() {
		return this.pending;
	}

	/** Returns the time of the next report; unknown if there is nothing to report. */
	long dueAt() {
		return this.dueAt;
	}

	/** Sets the time of the next report, if there is something to report. */
	void schedule(long now) {
		if (this.pending && this.dueAt == SlidingWindow.UNKNOWN) {
			this.dueAt = this.flush.isPending() ? now : now + SlotPace.REPORT;
		}
	}

	/** Starts a report and returns the ages of the arrivals by target. */
	Map<String, List<Duration>> arrivals(long now) {
		this.pending = false;
		this.dueAt = SlidingWindow.UNKNOWN;
		return this.log.report(now);
	}

	List<Refusal> refusals() {
		return this.refusals.report();
	}

	/** Marks that the exchange knows the last report. */
	void confirm() {
		this.log.confirm();
		this.refusals.confirm();
	}

	/** Marks that the exchange may not know the last report. */
	void repeat() {
		this.log.repeat();
		this.refusals.repeat();
		soon();
	}

	/** Marks that the exchange forgot all reports. */
	void repeatAll() {
		this.log.repeatAll();
		this.refusals.repeat();
	}

	/** Reports without the usual delay. */
	Mono<Void> flush() {
		if (this.pending) {
			now();
		}
		return this.flush.start();
	}

	/** Marks that the exchange knows everything, or is unavailable. */
	void settled() {
		this.flush.end();
	}

}
