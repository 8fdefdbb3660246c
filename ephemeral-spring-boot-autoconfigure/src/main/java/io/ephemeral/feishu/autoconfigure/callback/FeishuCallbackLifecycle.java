package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.callback.CallbackProcessor;

import org.springframework.context.SmartLifecycle;

/**
 * Lifecycle that waits for the work after the responses before the application stops,
 * while connections to the platform still exist.
 */
final class FeishuCallbackLifecycle implements SmartLifecycle {

	private final CallbackProcessor processor;

	private volatile boolean running;

	FeishuCallbackLifecycle(CallbackProcessor processor) {
		this.processor = processor;
	}

	@Override
	public void start() {
		this.processor.open();
		this.running = true;
	}

	@Override
	public void stop() {
		this.processor.close();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stops after the web server, because its last responses start such work, and before
	 * the expiries, because the work may send cards.
	 */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 3072;
	}

}
