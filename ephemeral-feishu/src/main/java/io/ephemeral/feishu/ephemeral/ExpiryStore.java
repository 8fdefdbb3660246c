package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Store of pending expiries: which cards to delete, and when. With a persistent store,
 * such as a database table, cards also expire after a restart of the application. Several
 * instances of an application may share a store.
 * <p>
 * A store has two obligations: it keeps an expiry until the expiry is removed, and
 * {@link #claim} returns no expiry before it is due. A card may be deleted twice without
 * harm. If a method fails or does not respond within 10 seconds, the worker tries again
 * later. Methods must not block; work begins with the subscription.
 */
public interface ExpiryStore {

	/**
	 * Saves an expiry. It replaces any other expiry of the same message.
	 * @param expiry card to delete, and the time
	 * @return a publisher that completes once the expiry is saved
	 */
	Mono<Void> save(PendingExpiry expiry);

	/**
	 * Removes the expiry of a message, if there is one. This method is called for each
	 * deleted card, also for cards without an expiry.
	 * @param message id of the card
	 * @return a publisher that completes once the expiry is removed
	 */
	Mono<Void> remove(MessageId message);

	/**
	 * Returns the expiries that are due, and postpones them so that other instances do
	 * not return them too. A postponed expiry is due again later, unless it is removed or
	 * saved again before. A shared store should do both in one atomic step; otherwise
	 * some cards are deleted twice.
	 * <p>
	 * This method is called once a second.
	 * @param now current time; expiries due at this time or before are returned, earliest
	 * first
	 * @param until time at which the returned expiries are due again
	 * @param limit maximum number of expiries
	 * @return the expiries with their original due times
	 */
	Flux<PendingExpiry> claim(Instant now, Instant until, int limit);

	/**
	 * Creates a store that keeps expiries in memory until the process ends.
	 * @return an empty store
	 */
	static ExpiryStore inMemory() {
		return new InMemoryExpiryStore();
	}

}
