package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.callback.AppTicketReceived;
import io.ephemeral.feishu.callback.FeishuEvent;
import io.ephemeral.feishu.callback.FeishuEventListener;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Saves the tickets of store apps, and hands every event to the application's own
 * listeners.
 */
final class FeishuEventPublisher implements FeishuEventListener {

	private final ApplicationEventPublisher publisher;

	private final AppTicketStore tickets;

	private final Duration patience;

	FeishuEventPublisher(ApplicationEventPublisher publisher, AppTicketStore tickets, Duration patience) {
		this.publisher = publisher;
		this.tickets = tickets;
		this.patience = patience;
	}

	@Override
	public void onEvent(FeishuEvent event) {
		if (event instanceof AppTicketReceived received) {
			save(received);
		}
		this.publisher.publishEvent(event);
	}

	/** Waits, since a listener may. What does not answer must not keep its thread. */
	private void save(AppTicketReceived received) {
		Mono.defer(() -> this.tickets.save(received.appId(), new AppTicket(received.ticket(), received.pushedAt())))
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(this.patience, Mono
				.error(() -> new IllegalStateException("The app ticket store did not save the ticket of %s within %d ms"
					.formatted(received.appId(), this.patience.toMillis()))))
			.block();
	}

}
