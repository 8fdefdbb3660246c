package io.ephemeral.feishu.simulator.event;

import java.time.Clock;

import io.ephemeral.feishu.simulator.tenant.App;
import reactor.core.publisher.Mono;

/**
 * Pushes the tickets of a store app to its event URL. The platform does so every hour;
 * here it is done when the URL is set, when the application asks, and when a test does.
 */
public final class AppTickets {

	private final App app;

	private final EventSender events;

	private final EventPayloads payloads;

	private final Clock clock;

	public AppTickets(App app, EventSender events, EventPayloads payloads, Clock clock) {
		this.app = app;
		this.events = events;
		this.payloads = payloads;
		this.clock = clock;
	}

	/**
	 * Pushes the current ticket.
	 * @return completes when the application has taken it or failed
	 */
	public Mono<Void> push() {
		return this.app.isStoreApp()
				? Mono.defer(() -> this.events.event(this.payloads.appTicket(this.app.ticket(), this.clock.instant())))
				: Mono.empty();
	}

	/**
	 * Pushes the current ticket after the answer to whoever asked for it.
	 */
	public void pushAgain() {
		push().onErrorComplete().subscribe();
	}

}
