package io.ephemeral.feishu.commit;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.NewCard;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.publish.Publications;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Calls that wait until the transaction of the current thread has committed:
 *
 * <pre>{@code
 * afterCommit.send(cards.newCard(card).chat(chat).viewer(ada));
 * }</pre>
 * <p>
 * Nothing leaves if the transaction rolls back, also if only its nested part does. After
 * the commit, the calls of a transaction leave one after another in the background, so
 * that they do not hold its connection. If one fails then, the log has an error, the
 * observation {@code feishu.after-commit} has the outcome {@code failed}, and the others
 * follow. If the process ends before, the calls are lost.
 * <p>
 * Without a transaction, the methods call at once, and throw the exceptions of
 * {@link EphemeralCardOperations} and {@link Publications}. In a reactive transaction,
 * use {@link ReactiveAfterCommit}.
 */
public final class AfterCommit {

	private final EphemeralCardOperations cards;

	private final Publications publications;

	private final DeferredCalls calls;

	/**
	 * Creates an instance.
	 * @param cards operations that send, replace and delete cards
	 * @param publications publications of outcomes
	 * @param observations registry of the observations of calls after a commit
	 */
	public AfterCommit(EphemeralCardOperations cards, Publications publications, ObservationRegistry observations) {
		this(cards, publications, new DeferredCalls(observations));
	}

	private AfterCommit(EphemeralCardOperations cards, Publications publications, DeferredCalls calls) {
		this.cards = cards;
		this.publications = publications;
		this.calls = calls;
	}

	/**
	 * Sends a card.
	 * @param card card with its options, created by
	 * {@link EphemeralCardOperations#newCard}
	 */
	public void send(NewCard.ForViewer<SentCard> card) {
		call("send", card::send);
	}

	/**
	 * Replaces a card with a new one.
	 * @param sent the old card
	 * @param card the new card
	 * @see EphemeralCardOperations#replace
	 */
	public void replace(SentCard sent, CardContent card) {
		call("replace", () -> this.cards.replace(sent, card));
	}

	/**
	 * Deletes a card.
	 * @param message id of a card that this app sent
	 * @see EphemeralCardOperations#delete(MessageId)
	 */
	public void delete(MessageId message) {
		call("delete", () -> this.cards.delete(message));
	}

	/**
	 * Deletes a card according to its delivery.
	 * @param sent a card that this app sent
	 * @see EphemeralCardOperations#delete(SentCard)
	 */
	public void delete(SentCard sent) {
		call("delete", () -> this.cards.delete(sent));
	}

	/**
	 * Shows the outcome of an ephemeral card to all members of the chat, once, and then
	 * deletes the ephemeral card. If only the deletion fails, the log has a warning.
	 * @param ephemeralCard the ephemeral card, or the click on it
	 * @param outcome card with the outcome
	 * @see Publications#publish
	 */
	public void publish(ViewedCard ephemeralCard, CardContent outcome) {
		call("publish", () -> DeferredCalls.check(ephemeralCard, this.publications.publish(ephemeralCard, outcome)));
	}

	private void call(String operation, Runnable call) {
		if (TransactionSynchronizationManager.isSynchronizationActive()
				&& TransactionSynchronizationManager.isActualTransactionActive()) {
			CallsOfTransaction.current(this.calls).add(this.calls.blocking(operation, call));
		}
		else {
			call.run();
		}
	}

	/**
	 * Returns an instance for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return an instance for that tenant, except for {@link #send}, whose card has its
	 * own
	 */
	public AfterCommit forTenant(TenantKey tenant) {
		return new AfterCommit(this.cards.forTenant(tenant), this.publications.forTenant(tenant), this.calls);
	}

}
