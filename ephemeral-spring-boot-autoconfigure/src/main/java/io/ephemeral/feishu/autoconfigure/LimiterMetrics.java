package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.limit.RateLimiter;

/**
 * Measures a limiter. It does not name Micrometer, so that there may be none.
 */
@FunctionalInterface
interface LimiterMetrics {

	RateLimiter around(RateLimiter limiter);

}
