package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Maximum number of calls within any period of a length.
 *
 * @param calls at least 1
 * @param length of the span
 */
public record RateWindow(int calls, Duration length) {

	public RateWindow {
		Assert.isTrue(calls >= 1, "'calls' must be at least 1");
		Assert.isTrue(length.compareTo(Duration.ZERO) > 0, "'length' must be positive");
	}

	/**
	 * A limit of calls within a second.
	 * @param calls at least 1
	 * @return the window
	 */
	public static RateWindow perSecond(int calls) {
		return new RateWindow(calls, Duration.ofSeconds(1));
	}

	/**
	 * A limit of calls within a minute.
	 * @param calls at least 1
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
