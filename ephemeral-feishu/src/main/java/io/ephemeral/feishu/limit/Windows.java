package io.ephemeral.feishu.limit;

import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.SlidingWindow;

/**
 * Limit windows in which a call takes a slot in all or in none. Not thread-safe.
 */
class Windows {

	private final SlidingWindow[] windows;

	private int held;

	Windows(List<RateWindow> limits, long headroom) {
		this.windows = limits.stream().map((limit) -> new SlidingWindow(limit, headroom)).toArray(SlidingWindow[]::new);
	}

	boolean hasRoom(long now) {
		for (SlidingWindow window : this.windows) {
			if (!window.hasRoom(now)) {
				return false;
			}
		}
		return true;
	}

	boolean isEmpty(long now) {
		for (SlidingWindow window : this.windows) {
			if (!window.isEmpty(now)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns the time at which all windows have room.
	 * @return an instant; {@link SlidingWindow#UNKNOWN} if a call in progress must end
	 * first
	 */
	public long opens(long now) {
		long opens = now;
		for (SlidingWindow window : this.windows) {
			opens = Math.max(opens, window.opens(now));
		}
		return opens;
	}

	/** Returns the number of calls that hold a slot. */
	public int held() {
		return this.held;
	}

	void hold() {
		this.held++;
		for (SlidingWindow window : this.windows) {
			window.hold();
		}
	}

	void giveBack() {
		this.held--;
		for (SlidingWindow window : this.windows) {
			window.giveBack();
		}
	}

	void arrived(long arrival) {
		this.held--;
		for (SlidingWindow window : this.windows) {
			window.arrived(arrival);
		}
	}

	/**
	 * Extends an expected wait to that for the slowest window.
	 * @param ahead number of calls that go first
	 * @param suffix addition to the name of the limit
	 */
	ExpectedWait extend(ExpectedWait wait, int ahead, String suffix, long now) {
		ExpectedWait longest = wait;
		for (SlidingWindow window : this.windows) {
			longest = longest.orIfLonger(window.opensBehind(ahead, now) - now, window.limit(), suffix);
		}
		return longest;
	}

	public List<WindowUse> use(long now) {
		return Stream.of(this.windows).map((window) -> new WindowUse(window.limit(), window.used(now))).toList();
	}

}
