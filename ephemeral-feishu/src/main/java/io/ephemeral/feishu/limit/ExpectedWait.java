package io.ephemeral.feishu.limit;

import java.time.Duration;

/**
 * Expected wait of a call for its permit.
 *
 * @param nanos nanoseconds, zero or more
 * @param limit limit with the longest wait
 */
record ExpectedWait(long nanos, String limit) {

	static final ExpectedWait NONE = new ExpectedWait(0, "earlier calls");

	ExpectedWait orIfLonger(long nanos, Object limit, String suffix) {
		return (nanos > this.nanos) ? new ExpectedWait(nanos, limit + suffix) : this;
	}

	/**
	 * Creates the exception for a call that cannot wait for so long.
	 * @param full whether too many calls wait
	 */
	PermitUnavailableException unavailable(PermitRequest request, boolean full) {
		String remedy = full
				? "send it later, because the number of waiting calls has reached feishu.rate-limit.max-waiting"
				: "send it later, send fewer calls at once, or allow a longer wait (feishu.rate-limit.max-wait)";
		return new PermitUnavailableException(request.operation(), Duration.ofNanos(this.nanos), this.limit, remedy);
	}

}
