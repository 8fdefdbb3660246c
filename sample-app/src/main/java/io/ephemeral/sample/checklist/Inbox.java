package io.ephemeral.sample.checklist;

import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.event.MessageReceived;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Messages of people in groups, as they arrive.
 */
final class Inbox implements FeishuEventListener {

	private final Sinks.Many<MessageReceived> messages = Sinks.many().multicast().directBestEffort();

	/**
	 * Listeners run on several threads, and a sink accepts one at a time.
	 */
	@Override
	public synchronized void onEvent(FeishuEvent event) {
		if (event instanceof MessageReceived message && message.group() && !message.bot()) {
			this.messages.tryEmitNext(message);
		}
	}

	/**
	 * Waits for the next message.
	 * @return the first message after the subscription
	 */
	Mono<MessageReceived> next() {
		return this.messages.asFlux().next();
	}

}
