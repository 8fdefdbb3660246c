package io.ephemeral.feishu.autoconfigure.connection;

import io.ephemeral.feishu.connection.LongConnection;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;

/**
 * Lifecycle that opens the long connection when the application is ready, and closes it
 * first of all when the application stops.
 */
final class FeishuLongConnectionLifecycle
		implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent>, Ordered {

	private final LongConnection connection;

	private volatile boolean ready;

	private volatile boolean running;

	FeishuLongConnectionLifecycle(LongConnection connection) {
		this.connection = connection;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.ready = true;
		open();
	}

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public void start() {
		this.running = true;
		open();
	}

	private void open() {
		if (this.ready && this.running) {
			this.connection.start();
		}
	}

	@Override
	public void stop() {
		this.connection.close();
		this.running = false;
	}

	/** Does not block the other beans of the same phase. */
	@Override
	public void stop(Runnable callback) {
		this.connection.stop().doFinally((signal) -> {
			this.running = false;
			callback.run();
		}).subscribe();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stops before the web server and the callbacks, because handlers that run must reach
	 * both the platform and the end of the connection.
	 */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE;
	}

}
