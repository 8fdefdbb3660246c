package io.ephemeral.feishu.event;

/**
 * Listener that receives events in the background, after they have been acknowledged. It
 * may block. Its exceptions are logged.
 */
@FunctionalInterface
public interface FeishuEventListener {

	/**
	 * Receives an event.
	 * @param event event of a specific type, or {@link OtherEvent}
	 */
	void onEvent(FeishuEvent event);

}
