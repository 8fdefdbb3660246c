package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Gate that a refusal of the platform closes. After the wait one call leaves as a probe.
 * The other calls follow once the platform accepts the probe. Not thread-safe.
 */
final class Gate {

	private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();

	private static final int MOST_DOUBLINGS = 6;

	/**
	 * Share of the wait, so that instances refused at the same time do not retry at the
	 * same time.
	 */
	private static final double JITTER = 0.1;

	private long since;

	private long until;

	private int refusals;

	private boolean lasting;

	private @Nullable Turn probe;

	/**
	 * Closes the gate, or keeps it closed. If the platform requires no wait, the wait
	 * doubles with each refused probe.
	 * @return whether the gate is now closed for more than a minute, and was not before
	 */
	boolean close(Turn refused, @Nullable Duration retryAfter, long now) {
		if (this.refusals == 0) {
			this.since = now;
		}
		if (this.refusals == 0 || this.probe == refused) {
			this.refusals++;
		}
		long wait = (retryAfter != null) ? Waits.nanos(retryAfter)
				: FIRST_WAIT << Math.min(this.refusals - 1, MOST_DOUBLINGS);
		long jitter = (long) (ThreadLocalRandom.current().nextDouble() * JITTER * wait);
		this.until = Math.max(this.until, now + wait + jitter);
		passed(refused, false);
		boolean known = this.lasting;
		this.lasting = this.until - this.since > ClosedGate.LASTING.toNanos();
		return this.lasting && !known;
	}

	/**
	 * Describes the gate.
	 * @return the closed gate; null if the gate is open
	 */
	@Nullable ClosedGate describe(@Nullable String operation, @Nullable TenantKey tenant, RefusalScope scope, long now) {
		return !isClosed(now) ? null : new ClosedGate(operation, tenant, scope, Duration.ofNanos(now - this.since),
				Duration.ofNanos(Math.max(0, this.until - now)));
	}

	boolean isOpen() {
		return this.refusals == 0;
	}

	boolean isClosed(long now) {
		return now < this.until || this.probe != null;
	}

	/**
	 * Returns the time at which the probe may leave.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} while the probe is in progress
	 */
	long opens() {
		return (this.probe != null) ? SlidingWindow.UNKNOWN : this.until;
	}

	long until() {
		return this.until;
	}

	/** Marks that a call leaves. If the gate was closed, that call is the probe. */
	void goes(Turn turn) {
		if (this.refusals > 0) {
			this.probe = turn;
		}
	}

	/**
	 * Opens the gate if the call is the probe and has a response. Without a response,
	 * another call becomes the probe.
	 */
	void passed(Turn turn, boolean answered) {
		if (this.probe == turn) {
			this.probe = null;
			if (answered) {
				this.refusals = 0;
				this.until = 0;
				this.lasting = false;
			}
		}
	}

}
