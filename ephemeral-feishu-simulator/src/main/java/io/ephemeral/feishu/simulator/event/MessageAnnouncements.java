package io.ephemeral.feishu.simulator.event;

import io.ephemeral.feishu.simulator.tenant.Announcements;
import io.ephemeral.feishu.simulator.tenant.AppGrants;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

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
		AppGrants grants = this.events.grants();
		return grants.receives(message.chat(), written) ? this.events.event(payload(message, sender, written, grants))
				: Mono.empty();
	}

	private ObjectNode payload(Message message, Person sender, WrittenMessage written, AppGrants grants) {
		ObjectNode payload = this.payloads.messageReceived(message, sender, written);
		if (!grants.scopes().contains(AppGrants.USER_AGENT)) {
			payload.withObject("event").withObject("message").remove("user_agent");
		}
		return payload;
	}

}
