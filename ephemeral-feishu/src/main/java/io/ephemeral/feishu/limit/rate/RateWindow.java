package io.ephemeral.feishu.limit.rate;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Limit window: maximum number of calls within any period of a length.
 *
 * @param calls maximum number of calls; at least 1
 * @param length length of the period; positive
 */
public record RateWindow(int calls, Duration length) {

	public RateWindow {
		Assert.isTrue(calls >= 1, "'calls' must be at least 1");
		Assert.isTrue(length.compareTo(Duration.ZERO) > 0, "'length' must be positive");
	}

	/**
	 * Creates a window of a second.
	 * @param calls maximum number of calls; at least 1
	 * @return the window
	 */
	public static RateWindow perSecond(int calls) {
		return new RateWindow(calls, Duration.ofSeconds(1));
	}

	/**
	 * Creates a window of a minute.
	 * @param calls maximum number of calls; at least 1
	 * @return the window
	 */
	public static RateWindow perMinute(int calls) {
		return new RateWindow(calls, Duration.ofMinutes(1));
	}

	RateWindow dividedBy(int instances) {
		return new RateWindow(Math.max(1, this.calls / instances), this.length);
	}

	@Override
	public String toString() {
		return this.calls + " calls in " + this.length.toSeconds() + " s";
	}

}
