package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;

/**
 * Permit that counts until its first release.
 */
final class CountedPermit implements Permit {

	private final Permit permit;

	private final Runnable ended;

	private final AtomicBoolean over = new AtomicBoolean();

	/**
	 * Creates a permit that is not released.
	 * @param ended action after the first release
	 */
	CountedPermit(Permit permit, Runnable ended) {
		this.permit = permit;
		this.ended = ended;
	}

	@Override
	public boolean sent() {
		return this.permit.sent();
	}

	@Override
	public void answered() {
		this.permit.answered();
	}

	@Override
	public void refused(RefusalScope scope, @Nullable Duration retryAfter) {
		this.permit.refused(scope, retryAfter);
	}

	@Override
	public void release() {
		this.permit.release();
		if (this.over.compareAndSet(false, true)) {
			this.ended.run();
		}
	}

}
