package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.callback.CallbackProcessor;

import org.springframework.context.SmartLifecycle;

/**
 * Lets the work that goes on after answers end before the application does, while there
 * are still connections to the platform.
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
	 * Stops after the web server, whose last answers begin such work, and before the
	 * expiries, since the work may send cards.
	 */
	@Override
	public int getPhase() {
		return SmartLifecycle.DEFAULT_PHASE - 3072;
	}

}
