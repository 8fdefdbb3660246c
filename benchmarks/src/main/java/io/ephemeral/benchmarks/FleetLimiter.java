package io.ephemeral.benchmarks;

import java.net.URI;
import java.time.Duration;

import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.redis.RedisKeys;
import io.ephemeral.feishu.redis.RedisSlotExchange;

/**
 * Way in which the processes of one app keep the limits of the platform.
 */
enum FleetLimiter {

	/** Limiter of a single process, to which the others are compared. */
	ONE("one process", 1) {

		@Override
		Pacer pacer(CountedRedis redis, String app) {
			return Pacer.of(RateLimiter.slidingWindows(POLICY));
		}

	},

	SHARED("shared over Redis", 4) {

		@Override
		Pacer pacer(CountedRedis redis, String app) {
			return Pacer.of(shared(redis, app, POLICY, RateLimits.standard()));
		}

	},

	DIVIDED("divided by four", 4) {

		@Override
		Pacer pacer(CountedRedis redis, String app) {
			return Pacer.of(RateLimiter.slidingWindows(POLICY.instances(processes())));
		}

	},

	BUCKET4J("bucket4j over Redis", 4) {

		@Override
		Pacer pacer(CountedRedis redis, String app) {
			return new RedisBuckets(redis.client(), app);
		}

	};

	private static final RateLimitPolicy POLICY = RateLimitPolicy.standard()
		.maxWait(Pacer.PATIENCE)
		.maxWaiting(100_000);

	private static final Duration REDIS_TIMEOUT = Duration.ofMillis(400);

	private final String title;

	private final int processes;

	FleetLimiter(String title, int processes) {
		this.title = title;
		this.processes = processes;
	}

	String title() {
		return this.title;
	}

	int processes() {
		return this.processes;
	}

	/**
	 * Creates the pacer of one process.
	 * @param app name of the app, whose processes share their limits
	 */
	abstract Pacer pacer(CountedRedis redis, String app);

	static RateLimiter shared(CountedRedis redis, String app, RateLimitPolicy policy, RateLimits limits) {
		RedisKeys keys = new RedisKeys("feishu", URI.create("https://open.feishu.cn"), app);
		return RateLimiter.shared(policy, limits, new RedisSlotExchange(redis.template(), keys, REDIS_TIMEOUT));
	}

}
