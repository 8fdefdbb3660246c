package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateWindow;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals of the calls of this instance. It knows which ones the exchange has counted.
 * Not thread-safe.
 */
final class ArrivalLog {

	private final long length;

	/** All arrivals that may still count, in ascending order. */
	private final Deque<Arrival> recent = new ArrayDeque<>();

	private final List<Arrival> unreported = new ArrayList<>();

	private final List<Arrival> underWay = new ArrayList<>();

	private long last;

	/**
	 * Creates a log without arrivals.
	 * @param length time for which arrivals count
	 */
	ArrivalLog(long length, long now) {
		this.length = length;
		this.last = now;
	}

	/**
	 * Adds an arrival.
	 * @return the arrival, not before that of earlier calls
	 */
	long add(String target, long instant, long now) {
		this.last = Math.max(this.last, instant);
		Arrival arrival = new Arrival(target, this.last);
		while (!this.recent.isEmpty() && this.recent.getFirst().instant() + this.length <= now) {
			this.recent.removeFirst();
		}
		this.recent.addLast(arrival);
		this.unreported.add(arrival);
		return this.last;
	}

	long last() {
		return this.last;
	}

	boolean isReported() {
		return this.unreported.isEmpty() && this.underWay.isEmpty();
	}

	/** Returns the ages of the arrivals to report, by target. */
	Map<String, List<Duration>> report(long now) {
		this.underWay.addAll(this.unreported);
		this.unreported.clear();
		Map<String, List<Duration>> ages = new HashMap<>();
		this.underWay.forEach((arrival) -> ages.computeIfAbsent(arrival.target(), (key) -> new ArrayList<>())
			.add(Duration.ofNanos(now - arrival.instant())));
		return ages;
	}

	/** Marks that the exchange counted the last report. */
	void confirm() {
		this.underWay.clear();
	}

	/** Marks that the exchange may not have counted the last report. */
	void repeat() {
		this.unreported.addAll(0, this.underWay);
		this.underWay.clear();
	}

	/** Marks that the exchange forgot all arrivals. */
	void repeatAll() {
		this.underWay.clear();
		this.unreported.clear();
		this.unreported.addAll(this.recent);
	}

	/** Returns the arrivals after an instant, in ascending order. */
	List<Arrival> since(long instant) {
		return this.recent.stream().filter((arrival) -> arrival.instant() > instant).toList();
	}

	/**
	 * Describes the use of windows by this instance.
	 * @param target name of the target; null for all targets
	 * @param held number of calls that hold a slot
	 */
	List<WindowUse> use(List<RateWindow> windows, @Nullable String target, int held, long now) {
		return windows.stream().map((window) -> {
			long used = since(now - window.length().toNanos()).stream()
				.filter((arrival) -> target == null || target.equals(arrival.target()))
				.count();
			return new WindowUse(window, held + (int) used);
		}).toList();
	}

	/**
	 * Arrival of a request at the platform.
	 *
	 * @param target name of the target; empty if it has none
	 */
	record Arrival(String target, long instant) {
	}

}
