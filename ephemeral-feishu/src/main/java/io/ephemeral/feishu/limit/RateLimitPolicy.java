package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Rules for calls that wait for the limits of the platform.
 *
 * @param maxWait maximum wait for a permit unless the call sets its own; zero or more
 * @param maxWaiting maximum number of waiting calls, of all operations together; zero or
 * more
 * @param instances number of instances of the application that share the limits; at least
 * 1. Each instance uses an equal part, rounded down, but at least one call
 * @param headroom time that is added to the windows of the platform, because the network
 * delays requests differently; zero or more. See {@code docs/limits.md}
 * @param quotaPause time without calls after the monthly quota is exhausted, until one
 * call is sent as a probe; zero or more
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
	 * Returns the default policy: one instance, a maximum wait of five seconds, at most
	 * 10,000 waiting calls, a headroom of 10 milliseconds and a quota pause of one hour.
	 * @return the default policy
	 */
	public static RateLimitPolicy standard() {
		return new RateLimitPolicy(Duration.ofSeconds(5), 10_000, 1, Duration.ofMillis(10), Duration.ofHours(1));
	}

	/**
	 * Sets the maximum wait for a permit.
	 * @param maxWait zero or more
	 * @return the policy with that wait
	 */
	public RateLimitPolicy maxWait(Duration maxWait) {
		return new RateLimitPolicy(maxWait, this.maxWaiting, this.instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets the maximum number of waiting calls.
	 * @param maxWaiting zero or more
	 * @return the policy with that number
	 */
	public RateLimitPolicy maxWaiting(int maxWaiting) {
		return new RateLimitPolicy(this.maxWait, maxWaiting, this.instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets the number of instances that share the limits.
	 * @param instances at least 1
	 * @return the policy with that number
	 */
	public RateLimitPolicy instances(int instances) {
		return new RateLimitPolicy(this.maxWait, this.maxWaiting, instances, this.headroom, this.quotaPause);
	}

	/**
	 * Sets the time that is added to the windows of the platform.
	 * @param headroom zero or more
	 * @return the policy with that headroom
	 */
	public RateLimitPolicy headroom(Duration headroom) {
		return new RateLimitPolicy(this.maxWait, this.maxWaiting, this.instances, headroom, this.quotaPause);
	}

}
