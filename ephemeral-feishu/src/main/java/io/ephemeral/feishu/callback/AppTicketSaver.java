package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.event.AppTicketReceived;
import reactor.core.publisher.Mono;

/**
 * Saver of app tickets. The processor calls it before it acknowledges a ticket, on
 * separate threads, so it may block.
 */
@FunctionalInterface
public interface AppTicketSaver {

	/**
	 * Saves a ticket. If this fails, or takes longer than the platform waits for a
	 * response, the platform sends the ticket again.
	 * @param ticket the ticket
	 * @return a publisher that completes once the ticket is saved
	 */
	Mono<Void> save(AppTicketReceived ticket);

}
