package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.event.AppTicketReceived;
import reactor.core.publisher.Mono;

/**
 * Saver of app tickets. It is called before a ticket is acknowledged, on threads that do
 * nothing else, so it may block.
 */
@FunctionalInterface
public interface AppTicketSaver {

	/**
	 * Saves a ticket. If that fails, or takes longer than an answer may, the platform
	 * sends the ticket again.
	 * @param ticket the ticket
	 * @return completes when it is saved
	 */
	Mono<Void> save(AppTicketReceived ticket);

}
