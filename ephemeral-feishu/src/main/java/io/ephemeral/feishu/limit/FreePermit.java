package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Permit of the unlimited limiter.
 */
final class FreePermit implements Permit {

	private final AtomicBoolean used = new AtomicBoolean();

	@Override
	public boolean sent() {
		return this.used.compareAndSet(false, true);
	}

	@Override
	public void answered() {
	}

	@Override
	public void refused(RefusalScope scope, @Nullable Duration retryAfter) {
	}

	@Override
	public void release() {
		this.used.set(true);
	}

}
