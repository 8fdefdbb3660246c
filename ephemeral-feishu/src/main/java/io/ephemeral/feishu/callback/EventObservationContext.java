package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.event.FeishuEvent;

/**
 * Context of the observation {@code feishu.events}.
 */
public final class EventObservationContext extends WorkObservationContext {

	private final FeishuEvent event;

	EventObservationContext(FeishuEvent event) {
		this.event = event;
	}

	/**
	 * Returns the event.
	 * @return the event, which contains persons and chats; do not add them to metrics and
	 * traces
	 */
	public FeishuEvent event() {
		return this.event;
	}

}
