package io.ephemeral.feishu.commit;

import java.util.Optional;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.NewCard;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;

/**
 * Reactive variant of {@link AfterCommit}, for transactions in the Reactor context. Each
 * method returns a publisher that completes once the call waits for the commit, or
 * without a transaction, once the call has ended. A nested transaction counts as its
 * outer one, because Spring does not report the roll-back of a reactive savepoint.
 */
public final class ReactiveAfterCommit {

	private final ReactiveEphemeralCardOperations cards;

	private final ReactivePublications publications;

	private final DeferredCalls calls;

	/**
	 * Creates an instance.
	 * @param cards operations that send, replace and delete cards
	 * @param publications publications of outcomes
	 * @param observations registry of the observations of calls after a commit
	 */
	public ReactiveAfterCommit(ReactiveEphemeralCardOperations cards, ReactivePublications publications,
			ObservationRegistry observations) {
		this(cards, publications, new DeferredCalls(observations));
	}

	private ReactiveAfterCommit(ReactiveEphemeralCardOperations cards, ReactivePublications publications,
			DeferredCalls calls) {
		this.cards = cards;
		this.publications = publications;
		this.calls = calls;
	}

	/**
	 * Sends a card.
	 * @param card card with its options, created by
	 * {@link ReactiveEphemeralCardOperations#newCard}
	 * @return a publisher that completes once the call waits, or has ended
	 */
	public Mono<Void> send(NewCard.ForViewer<Mono<SentCard>> card) {
		return call("send", Mono.defer(card::send));
	}

	/**
	 * Replaces a card with a new one.
	 * @param sent the old card
	 * @param card the new card
	 * @return a publisher that completes once the call waits, or has ended
	 */
	public Mono<Void> replace(SentCard sent, CardContent card) {
		return call("replace", Mono.defer(() -> this.cards.replace(sent, card)));
	}

	/**
	 * Deletes a card.
	 * @param message id of a card that this app sent
	 * @return a publisher that completes once the call waits, or has ended
	 */
	public Mono<Void> delete(MessageId message) {
		return call("delete", Mono.defer(() -> this.cards.delete(message)));
	}

	/**
	 * Deletes a card according to its delivery.
	 * @param sent a card that this app sent
	 * @return a publisher that completes once the call waits, or has ended
	 */
	public Mono<Void> delete(SentCard sent) {
		return call("delete", Mono.defer(() -> this.cards.delete(sent)));
	}

	/**
	 * Shows the outcome of an ephemeral card to all members of the chat, once, and then
	 * deletes the ephemeral card. If only the deletion fails, the log has a warning.
	 * @param ephemeralCard the ephemeral card, or the click on it
	 * @param outcome card with the outcome
	 * @return a publisher that completes once the call waits, or has ended
	 */
	public Mono<Void> publish(ViewedCard ephemeralCard, CardContent outcome) {
		return call("publish", Mono.defer(() -> this.publications.publish(ephemeralCard, outcome))
			.doOnNext((publication) -> DeferredCalls.check(ephemeralCard, publication)));
	}

	private Mono<Void> call(String operation, Mono<?> call) {
		return Mono.defer(TransactionSynchronizationManager::forCurrentTransaction)
			.filter((manager) -> manager.isSynchronizationActive() && manager.isActualTransactionActive())
			.onErrorComplete(NoTransactionException.class)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((manager) -> manager.isPresent() ? add(manager.get(), operation, call) : call.then());
	}

	private Mono<Void> add(TransactionSynchronizationManager manager, String operation, Mono<?> call) {
		return this.calls.reactive(operation, call)
			.doOnNext((deferred) -> CallsOfReactiveTransaction.current(manager, this.calls).add(deferred))
			.then();
	}

	/**
	 * Returns an instance for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return an instance for that tenant, except for {@link #send}, whose card has its
	 * own
	 */
	public ReactiveAfterCommit forTenant(TenantKey tenant) {
		return new ReactiveAfterCommit(this.cards.forTenant(tenant), this.publications.forTenant(tenant), this.calls);
	}

}
