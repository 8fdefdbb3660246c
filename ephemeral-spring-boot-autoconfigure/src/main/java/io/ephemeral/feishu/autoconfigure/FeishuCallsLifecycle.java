package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import io.ephemeral.feishu.limit.ClosableRateLimiter;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * Lifecycle that ends all calls before the HTTP client stops. Calls that wait for a
 * permit fail at once, and so do new calls. Requests under way keep their connections
 * until their response or their deadline.
 */
final class FeishuCallsLifecycle implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(FeishuCallsLifecycle.class);

	private final ClosableRateLimiter limiter;

	private final Duration longest;

	private volatile boolean running;

	/**
	 * Creates the lifecycle of one limiter.
	 * @param limiter limiter that admits calls while the application runs
	 * @param longest maximum wait for requests under way
	 */
	FeishuCallsLifecycle(ClosableRateLimiter limiter, Duration longest) {
		this.limiter = limiter;
		this.longest = longest;
	}

	ClosableRateLimiter limiter() {
		return this.limiter;
	}

	@Override
	public void start() {
		this.limiter.open();
		this.running = true;
	}

	@Override
	public void stop() {
		this.limiter.close();
		this.running = false;
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.limiter.close()
			.timeout(this.longest, Mono.fromRunnable(this::warn))
			.doFinally((end) -> callback.run())
			.subscribe();
	}

	private void warn() {
		logger.warn(this.limiter.underWay()
				+ " calls to the platform are cut off; the platform may or may not have carried them out");
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stops after the expiries, because they may delete cards, and before the HTTP
	 * client, whose phase is 0.
	 */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 5120;
	}

}
