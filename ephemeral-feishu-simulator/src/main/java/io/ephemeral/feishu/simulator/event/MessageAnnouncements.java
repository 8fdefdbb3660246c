package io.ephemeral.feishu.simulator.event;

import io.ephemeral.feishu.simulator.tenant.Announcements;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
import reactor.core.publisher.Mono;

/**
 * Announcements that are pushed to the application as events.
 */
public final class MessageAnnouncements implements Announcements {

	private final EventSender events;

	private final EventPayloads payloads;

	public MessageAnnouncements(EventSender events, EventPayloads payloads) {
		this.events = events;
		this.payloads = payloads;
	}

	@Override
	public void requireReceiver(String what) {
		this.events.requireEventReceiver(what);
	}

	@Override
	public Mono<Void> announce(Message message, Person sender, WrittenMessage written) {
		return this.events.event(this.payloads.messageReceived(message, sender, written));
	}

}
