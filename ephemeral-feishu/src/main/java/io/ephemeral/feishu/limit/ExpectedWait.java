package io.ephemeral.feishu.limit;

/**
 * Expected wait of a call for its permit.
 *
 * @param nanos nanoseconds, zero or more
 * @param limit limit with the longest wait
 */
record ExpectedWait(long nanos, String limit) {

	static final ExpectedWait NONE = new ExpectedWait(0, "calls that came before");

	ExpectedWait orIfLonger(long nanos, Object limit, String suffix) {
		return (nanos > this.nanos) ? new ExpectedWait(nanos, limit + suffix) : this;
	}

}
