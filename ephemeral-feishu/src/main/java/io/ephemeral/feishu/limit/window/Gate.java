package io.ephemeral.feishu.limit.window;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;

import io.ephemeral.feishu.limit.rate.ClosedGate;
import org.jspecify.annotations.Nullable;

/**
 * Gate that a refusal of the platform closes. After the wait one call leaves as a probe.
 * The other calls follow once the platform accepts the probe. A call is any object that
 * stands for it. Not thread-safe.
 */
public final class Gate {

	/** Gate without a refusal, which targets share. It never closes. */
	public static final Gate OPEN = new Gate();

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

	private @Nullable Object probe;

	/** Returns this gate, or a new one for the shared gate. */
	public Gate closable() {
		return (this == OPEN) ? new Gate() : this;
	}

	/**
	 * Closes the gate, or keeps it closed. If the platform requires no wait, the wait
	 * doubles with each refused probe.
	 * @return whether the gate is now closed for more than a minute, and was not before
	 */
	public boolean close(Object refused, @Nullable Duration retryAfter, long now) {
		if (this.refusals == 0) {
			this.since = now;
		}
		if (this.refusals == 0 || refused.equals(this.probe)) {
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
	 * @param description maker of the description, from the time since the first refusal
	 * and the time until the next probe, which is zero while a probe is in progress
	 * @return the description; null if the gate is open
	 */
	public <T> @Nullable T describe(long now, BiFunction<Duration, Duration, T> description) {
		return !isClosed(now) ? null : description.apply(Duration.ofNanos(now - this.since),
				Duration.ofNanos(Math.max(0, this.until - now)));
	}

	public boolean isOpen() {
		return this.refusals == 0;
	}

	public boolean isClosed(long now) {
		return now < this.until || this.probe != null;
	}

	/**
	 * Returns the time at which the probe may leave.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} while the probe is in progress
	 */
	public long opens() {
		return (this.probe != null) ? SlidingWindow.UNKNOWN : this.until;
	}

	public long until() {
		return this.until;
	}

	/** Marks that a call leaves. If the gate was closed, that call is the probe. */
	public void goes(Object call) {
		if (this.refusals > 0) {
			this.probe = call;
		}
	}

	/** Opens the gate. A probe in progress does not matter any more. */
	public void open() {
		this.refusals = 0;
		this.until = 0;
		this.lasting = false;
		this.probe = null;
	}

	/**
	 * Opens the gate if the call is the probe and has a response. Without a response,
	 * another call becomes the probe.
	 */
	public void passed(Object call, boolean answered) {
		if (call.equals(this.probe)) {
			this.probe = null;
			if (answered) {
				open();
			}
		}
	}

}
