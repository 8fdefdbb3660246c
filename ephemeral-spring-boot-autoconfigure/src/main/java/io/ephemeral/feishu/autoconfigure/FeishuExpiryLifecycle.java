package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lifecycle of the expiry of cards. If the application deletes all cards when it stops,
 * this takes at most {@code spring.lifecycle.timeout-per-shutdown-phase}.
 */
final class FeishuExpiryLifecycle implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(FeishuExpiryLifecycle.class);

	private final ExpiryWorker worker;

	private final boolean deleteOnShutdown;

	private volatile boolean running;

	FeishuExpiryLifecycle(ExpiryWorker worker, boolean deleteOnShutdown) {
		this.worker = worker;
		this.deleteOnShutdown = deleteOnShutdown;
	}

	@Override
	public void start() {
		this.worker.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.worker.stop();
		this.running = false;
	}

	@Override
	public void stop(Runnable callback) {
		stop();
		if (!this.deleteOnShutdown) {
			callback.run();
			return;
		}
		this.worker.deleteAll().doFinally((end) -> callback.run()).subscribe(FeishuExpiryLifecycle::warnOfRest);
	}

	private static void warnOfRest(int left) {
		if (left > 0) {
			logger.warn(left + " cards could not be deleted, so their viewers still see them");
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Stops after the web server, because its last requests may send cards. */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 4096;
	}

}
