package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Rules for calls that wait for the limits of the platform.
 *
 * @param maxWait maximum wait for a permit unless the call sets its own
 * @param maxWaiting most calls that wait at a time, of all operations together
 * @param instances how many instances of the application share the limits; each takes an
 * equal part, rounded down, but at least one call
 * @param headroom by how much the windows are longer than those of the platform, because
 * requests do not all travel equally fast; see {@code docs/limits.md}
 * @param quotaPause how long no call leaves once the monthly quota is used up, before one
 * tries again
 */
public record RateLimitPolicy(Duration maxWait, int maxWaiting, int instances, Duration headroom, Duration quotaPause) {

	public RateLimitPolicy {
		Assert.isTrue(!maxWait.isNegative(), "'maxWait' must not be negative");
		Assert.isTrue(maxWaiting >= 0, "'maxWaiting' must not be negative");
		Assert.isTrue(instances >= 1, "'instances' must be at least 1");
		Assert.isTrue(!headroom.isNegative(), "'headroom' must not be negative");
		Assert.isTrue(!quotaPause.isNegative(), "'quotaPause' must not be negative");
	}

	/**
	 * One instance, whose calls wait for at most five seconds, ten thousand at a time.
	 * @return the default
	 */
	public static RateLimitPolicy standard() {
		return new RateLimitPolicy(Duration.ofSeconds(5), 10_000, 1, Duration.ofMillis(10), Duration.ofHours(1));
	}

	/**
	 * Sets how long a call may wait.
	 * @param maxWait zero or more
	 * @return the policy with that wait
	 */
	public RateLimitPolicy maxWait(Duration maxWait) {
		return new RateLimitPolicy(maxWait, this.maxWaiting, this.instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets how many calls may wait.
	 * @param maxWaiting zero or more
	 * @return the policy with that number
	 */
	public RateLimitPolicy maxWaiting(int maxWaiting) {
		return new RateLimitPolicy(this.maxWait, maxWaiting, this.instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets how many instances share the limits.
	 * @param instances at least 1
	 * @return the policy with that number
	 */
	public RateLimitPolicy instances(int instances) {
		return new RateLimitPolicy(this.maxWait, this.maxWaiting, instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets by how much the windows are longer than those of the platform.
	 * @param headroom zero or more
	 * @return the policy with that headroom
	 */
	public RateLimitPolicy headroom(Duration headroom) {
		return new RateLimitPolicy(this.maxWait, this.maxWaiting, this.instances, headroom, this.quotaPause);
	}

}
