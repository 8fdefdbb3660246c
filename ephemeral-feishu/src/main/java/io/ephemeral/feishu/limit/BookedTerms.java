package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotRequest.Terms;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.SlidingWindow;

/**
 * Rules for slots that instances share.
 *
 * @param terms times that all instances agree on
 * @param instances least number of instances that share the limits while the exchange is
 * unavailable
 */
record BookedTerms(Terms terms, int instances) {

	private static final Duration LOOK_AHEAD = Duration.ofMillis(100);

	private static final Duration LEASE = Duration.ofSeconds(3);

	/** Least time for which the epoch of the exchange is kept without calls. */
	private static final long RETENTION = Duration.ofMinutes(1).toNanos();

	static BookedTerms of(RateLimitPolicy policy) {
		return new BookedTerms(new Terms(policy.headroom(), LOOK_AHEAD, LEASE), policy.instances());
	}

	long headroom() {
		return this.terms.headroom().toNanos();
	}

	/**
	 * Returns the time for which slots can be used after a request. The rest of the lease
	 * is for the way of the calls.
	 */
	long usableLease() {
		return this.terms.lease().toNanos() / 3 * 2;
	}

	/** Returns the time for which an instance keeps its state without calls. */
	long retention(OperationLimits limits) {
		return Math.max(RETENTION, longest(limits.app()));
	}

	long longest(List<RateWindow> windows) {
		return SlidingWindow.longest(windows, headroom());
	}

	/**
	 * Extends an expected wait to that for the slowest of shared windows.
	 * @param ahead number of calls that go first
	 * @param opensIn nanoseconds until the next opening, if it is known
	 */
	static ExpectedWait extend(ExpectedWait wait, List<RateWindow> windows, int ahead, long opensIn, String suffix) {
		ExpectedWait longest = wait;
		for (RateWindow window : windows) {
			long rounds = (long) (ahead / window.calls()) * window.length().toNanos();
			longest = longest.orIfLonger(Math.max(0, opensIn) + rounds, window, suffix);
		}
		return longest;
	}

}
