package io.ephemeral.sample.checklist;

import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.event.MessageReceived;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Messages of the person to the bot. Other people may write at the same time, so only a
 * message with a certain word counts.
 */
final class Inbox implements FeishuEventListener {

	/** First word of the message, after the mention of the bot. */
	static final String WORD = "checklist";

	private final Sinks.Many<MessageReceived> messages = Sinks.many().multicast().directBestEffort();

	/**
	 * Listeners run on several threads, and a sink accepts one at a time.
	 */
	@Override
	public synchronized void onEvent(FeishuEvent event) {
		if (event instanceof MessageReceived message && message.group() && message.isCommand(WORD)) {
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
