package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.callback.AppTicketReceived;
import io.ephemeral.feishu.callback.FeishuEvent;
import io.ephemeral.feishu.callback.FeishuEventListener;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Saves the tickets of store apps, and hands every event to the application's own
 * listeners.
 */
final class FeishuEventPublisher implements FeishuEventListener {

	private final ApplicationEventPublisher publisher;

	private final AppTicketStore tickets;

	FeishuEventPublisher(ApplicationEventPublisher publisher, AppTicketStore tickets) {
		this.publisher = publisher;
		this.tickets = tickets;
	}

	@Override
	public void onEvent(FeishuEvent event) {
		if (event instanceof AppTicketReceived received) {
			this.tickets.save(received.appId(), new AppTicket(received.ticket(), received.pushedAt())).block();
		}
		this.publisher.publishEvent(event);
	}

}
