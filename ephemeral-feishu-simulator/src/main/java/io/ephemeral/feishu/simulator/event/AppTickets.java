package io.ephemeral.feishu.simulator.event;

import java.time.Clock;

import io.ephemeral.feishu.simulator.tenant.App;
import reactor.core.publisher.Mono;

/**
 * Push of app tickets to the event URL. The platform pushes them every hour; the
 * simulator does so after the URL is set, and when the application or a test asks for
 * one.
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
	 * @return completes after the first attempt
	 */
	public Mono<Void> push() {
		return this.app.isStoreApp()
				? Mono.defer(() -> this.events.event(this.payloads.appTicket(this.app.ticket(), this.clock.instant())))
				: Mono.empty();
	}

	/**
	 * Pushes the current ticket without waiting for the result.
	 */
	public void pushAgain() {
		push().onErrorComplete().subscribe();
	}

}
