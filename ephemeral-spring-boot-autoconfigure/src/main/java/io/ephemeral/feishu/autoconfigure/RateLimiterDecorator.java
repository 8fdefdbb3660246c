package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.limit.RateLimiter;

/**
 * Callback that wraps the {@link RateLimiter} of the calls, for example to measure it.
 * Beans of this type run in their order, so that the last one is the outermost. The bean
 * of type {@link RateLimiter} stays as it is.
 */
@FunctionalInterface
public interface RateLimiterDecorator {

	/**
	 * Wraps a limiter.
	 * @param limiter limiter of the calls, which refuses calls once the application stops
	 * @return a limiter that delegates to it, or the same one
	 */
	RateLimiter decorate(RateLimiter limiter);

}
