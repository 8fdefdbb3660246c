package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.stream.Stream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Gate of the exchange, as the last answer described it. Not thread-safe.
 */
final class KnownGate {

	private boolean closed;

	private long since;

	private long until;

	private boolean probing;

	/**
	 * Updates the gate.
	 * @param state closed gate; null if it is open
	 * @return whether the gate is now closed for more than a minute, and was not before
	 */
	boolean learn(@Nullable GateState state, long now) {
		boolean lasting = lasts();
		this.closed = state != null;
		this.since = (state != null) ? now - state.closedFor().toNanos() : 0;
		this.until = (state != null) ? now + state.opensIn().toNanos() : 0;
		this.probing = state != null && state.opensIn().isZero();
		return lasts() && !lasting;
	}

	/** Returns whether the wait goes on, or a probe was under way. */
	private boolean isClosed(long now) {
		return this.closed && (now < this.until || this.probing);
	}

	private boolean lasts() {
		return this.closed && this.until - this.since > ClosedGate.LASTING.toNanos();
	}

	/** Returns the time of the probe; a past instant if the gate is open. */
	long until() {
		return this.until;
	}

	ExpectedWait extend(ExpectedWait wait, String limit, long now) {
		return wait.orIfLonger(this.until - now, limit, "");
	}

	Stream<ClosedGate> describe(@Nullable String operation, @Nullable TenantKey tenant, RefusalScope scope, long now) {
		return !isClosed(now) ? Stream.empty() : Stream.of(new ClosedGate(operation, tenant, scope,
				Duration.ofNanos(now - this.since), Duration.ofNanos(Math.max(0, this.until - now))));
	}

}
