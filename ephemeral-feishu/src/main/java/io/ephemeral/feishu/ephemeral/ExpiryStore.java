package io.ephemeral.feishu.ephemeral;

import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps which cards are to be deleted, and when. A store that outlives the process, such
 * as a table, makes cards expire that an earlier process has sent; several instances of
 * an application may share one.
 * <p>
 * Deleting does no harm twice, so nothing here needs to be exact but this: what was saved
 * stays until it is removed, and nothing is claimed before it is due. An error is
 * tolerated: the worker tries again; so is no answer for 10 seconds. Methods return at
 * once; work begins with the subscription.
 */
public interface ExpiryStore {

	/**
	 * Keeps an expiry, in place of any other of the same message.
	 * @param expiry when which card is to be deleted
	 * @return completes when it is safe
	 */
	Mono<Void> save(PendingExpiry expiry);

	/**
	 * Forgets the expiry of a message, if there is one. This is called for every card
	 * that is deleted, also for those that never expire.
	 * @param message the card
	 * @return completes when it is forgotten
	 */
	Mono<Void> remove(MessageId message);

	/**
	 * Gives what is due, and puts it off so that others do not take it as well: it is due
	 * again at a later time, unless it is removed or saved anew before. A store that is
	 * shared does both in one step, or lives with cards that are deleted twice.
	 * <p>
	 * This is called once a second.
	 * @param now what is due then or before is given, earliest first
	 * @param until when it is due again
	 * @param limit how many at most
	 * @return the expiries as they were before they were put off
	 */
	Flux<PendingExpiry> claim(Instant now, Instant until, int limit);

	/**
	 * Keeps everything in memory, until the process ends.
	 * @return a store of its own
	 */
	static ExpiryStore inMemory() {
		return new InMemoryExpiryStore();
	}

}
