package io.ephemeral.feishu.event;

/**
 * Is told of events, in the background and after they have been acknowledged. It may
 * block. What it throws is logged.
 */
@FunctionalInterface
public interface FeishuEventListener {

	/**
	 * Takes an event.
	 * @param event a type of its own, or {@link OtherEvent}
	 */
	void onEvent(FeishuEvent event);

}
