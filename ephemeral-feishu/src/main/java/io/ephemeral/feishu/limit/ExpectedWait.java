package io.ephemeral.feishu.limit;

/**
 * How long a call would wait, and for what.
 *
 * @param nanos zero or more
 * @param limit the limit that takes longest
 */
record ExpectedWait(long nanos, String limit) {

	static final ExpectedWait NONE = new ExpectedWait(0, "calls that came before");

	ExpectedWait orIfLonger(long nanos, Object limit, String suffix) {
		return (nanos > this.nanos) ? new ExpectedWait(nanos, limit + suffix) : this;
	}

}
