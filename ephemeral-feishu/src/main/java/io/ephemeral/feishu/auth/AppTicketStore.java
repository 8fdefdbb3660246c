package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

/**
 * Store of the latest app ticket of a store app. The receiver of the event
 * {@code app_ticket} saves the ticket here.
 * <p>
 * Several instances of an application need a shared store, because the platform pushes a
 * ticket to only one of them. Methods should not block; work begins with the
 * subscription. If the store does not respond within 10 seconds, calls fail with a
 * {@link TokenUnavailableException}. A ticket that was not saved is not acknowledged, so
 * that the platform pushes it again.
 */
public interface AppTicketStore {

	/**
	 * Saves a ticket, unless the store has one that was pushed later.
	 * @param appId id of the app that received the ticket
	 * @param ticket the ticket
	 * @return a publisher that completes once the ticket is saved
	 */
	Mono<Void> save(String appId, AppTicket ticket);

	/**
	 * Finds the ticket that was pushed last.
	 * @param appId id of the app
	 * @return the ticket, or empty if none was saved
	 */
	Mono<AppTicket> find(String appId);

	/**
	 * Creates a store that keeps tickets until the application ends. After a restart, the
	 * application requests a push.
	 * @return an empty store
	 */
	static AppTicketStore inMemory() {
		return new InMemoryAppTicketStore();
	}

}
