package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;

/**
 * Slots that an instance counts alone while the exchange is unavailable, after a pause.
 * Not thread-safe.
 */
final class LoneSlots {

	/**
	 * Time until the last requests of other instances arrive: their slots open at most
	 * 100 milliseconds after the exchange went away, and a request takes as long at most.
	 */
	private static final long SETTLING = Duration.ofMillis(200).toNanos();

	/** Pause if no window is short. */
	private static final long LEAST_PAUSE = Duration.ofMillis(1200).toNanos();

	/**
	 * Pause of an instance without any answer yet, which does not know how many others
	 * there are. Its first connection may be slow.
	 */
	private static final long FIRST_PAUSE = Duration.ofSeconds(3).toNanos();

	private final SlotScope scope;

	private final BookedTerms terms;

	private final SlotLink link;

	private @Nullable CountedSlots slots;

	LoneSlots(SlotScope scope, BookedTerms terms, SlotLink link) {
		this.scope = scope;
		this.terms = terms;
		this.link = link;
	}

	/** Returns the counted slots; null before the end of the pause. */
	@Nullable CountedSlots slots() {
		return this.slots;
	}

	boolean mayGo(long now) {
		return this.slots != null && now >= pauseEnd() && this.link.isSurelyAway(now) && this.slots.mayGo(now);
	}

	long opens(long now) {
		if (this.slots == null) {
			return startAt();
		}
		return this.link.isSurelyAway(now) ? Math.max(pauseEnd(), this.slots.opens(now)) : SlidingWindow.UNKNOWN;
	}

	/** Returns the end of the first pause; unknown if there is none to wait for. */
	long startAt() {
		return (this.link.isAway() && this.slots == null) ? pauseEnd() : SlidingWindow.UNKNOWN;
	}

	private long pauseEnd() {
		long windows = this.terms.longest(this.scope.limits().target()) + SETTLING;
		return this.link.silentSince() + Math.max(this.link.wasAnswered() ? LEAST_PAUSE : FIRST_PAUSE, windows);
	}

	/** Starts to count with the share of this instance. */
	CountedSlots start(FleetView fleet, ArrivalLog log, long now) {
		int instances = Math.max(this.terms.instances(), fleet.instances());
		CountedSlots slots = fleet.alone(this.scope, this.terms.headroom(), log, instances, now);
		this.slots = slots;
		return slots;
	}

	void end() {
		this.slots = null;
	}

}
