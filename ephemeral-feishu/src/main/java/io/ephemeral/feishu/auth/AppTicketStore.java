package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

/**
 * Store of the latest ticket of a store app. The receiver of the event {@code app_ticket}
 * saves it here.
 * <p>
 * Several instances of an application need a store that they share, because the platform
 * pushes a ticket to one of them. Nothing happens before somebody subscribes, and nothing
 * should block. A store that has not answered after 10 seconds is given up: calls fail
 * with a {@link TokenUnavailableException}, and a ticket that was not saved is lost until
 * the platform pushes the next.
 */
public interface AppTicketStore {

	/**
	 * Saves a ticket, unless there is one that was pushed later.
	 * @param appId the app to which it was pushed
	 * @param ticket the ticket
	 * @return completes when the ticket can be found
	 */
	Mono<Void> save(String appId, AppTicket ticket);

	/**
	 * Finds the ticket that was pushed last.
	 * @param appId the app
	 * @return the ticket, or empty if none was saved
	 */
	Mono<AppTicket> find(String appId);

	/**
	 * Keeps tickets until the application ends. The next start asks the platform to push
	 * one.
	 * @return an empty store
	 */
	static AppTicketStore inMemory() {
		return new InMemoryAppTicketStore();
	}

}
