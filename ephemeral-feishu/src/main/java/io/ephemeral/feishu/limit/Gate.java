package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Closed by a refusal of the platform. After the wait one call goes first; the rest
 * follow once it is answered. Not thread-safe.
 */
final class Gate {

	private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();

	private static final int MOST_DOUBLINGS = 6;

	/** So that instances that were refused together do not come back together. */
	private static final double JITTER = 0.1;

	private long since;

	private long until;

	private int refusals;

	private boolean lasting;

	private @Nullable Turn probe;

	/**
	 * Closes the gate, or keeps it closed. Without a wait the next one is twice as long
	 * each time that the first call fails.
	 * @return whether it has become known that the gate is closed for more than a minute
	 */
	boolean close(Turn refused, @Nullable Duration retryAfter, long now) {
		if (this.refusals == 0) {
			this.since = now;
		}
		if (this.refusals == 0 || this.probe == refused) {
			this.refusals++;
		}
		long wait = (retryAfter != null) ? SlidingWindowRateLimiter.nanos(retryAfter)
				: FIRST_WAIT << Math.min(this.refusals - 1, MOST_DOUBLINGS);
		long jitter = (long) (ThreadLocalRandom.current().nextDouble() * JITTER * wait);
		this.until = Math.max(this.until, now + wait + jitter);
		passed(refused, false);
		boolean known = this.lasting;
		this.lasting = this.until - this.since > ClosedGate.LASTING.toNanos();
		return this.lasting && !known;
	}

	/**
	 * Describes the gate while it is closed.
	 * @return null while calls may pass
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
	 * Returns when the first call may go.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} while it is under way
	 */
	long opens() {
		return (this.probe != null) ? SlidingWindow.UNKNOWN : this.until;
	}

	long until() {
		return this.until;
	}

	/** Lets a call leave. If the gate was closed, that call is the probe. */
	void goes(Turn turn) {
		if (this.refusals > 0) {
			this.probe = turn;
		}
	}

	/**
	 * Opens the gate if the call that went first was answered; if nothing is known of it,
	 * another one will go.
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
