package io.ephemeral.feishu.ephemeral;

import java.util.Collection;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reactive variant of {@link EphemeralCardOperations}. The methods have the same
 * contracts. Exceptions become errors of the publisher.
 */
public interface ReactiveEphemeralCardOperations {

	/**
	 * Shows a card to one member of a group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewer a member of that group
	 * @param card card to show
	 * @return the sent card; each subscription sends a card. After a cancellation, the
	 * outcome is unknown
	 * @see EphemeralCardOperations#send
	 */
	Mono<SentCard> send(ChatId chat, Viewer viewer, CardContent card);

	/**
	 * Shows a card to many members of a group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group; duplicates are removed
	 * @param card card to show
	 * @return one outcome for each viewer, in the order of completion. A cancellation
	 * stops the sending; the outcomes of calls in progress are unknown
	 * @see EphemeralCardOperations#sendAll(ChatId, Collection, CardContent)
	 */
	Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card);

	/**
	 * Shows a different card to each of many members of a group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group; duplicates are removed
	 * @param card function from a viewer to the card to show; must not block
	 * @return one outcome for each viewer, in the order of completion. A cancellation
	 * stops the sending; the outcomes of calls in progress are unknown
	 * @see EphemeralCardOperations#sendAll(ChatId, Collection, Function)
	 */
	Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card);

	/**
	 * Shows many cards created by {@link #newCard}, each with its own options.
	 * @param cards cards to send
	 * @return one outcome for each viewer of a group, in the order of completion
	 * @see EphemeralCardOperations#sendAll(Collection)
	 */
	Flux<SendOutcome> sendAll(Collection<? extends NewCard.ForViewer<Mono<SentCard>>> cards);

	/**
	 * Replaces a card with a new one. The new card is sent first, then the old one is
	 * deleted.
	 * @param sent the old card
	 * @param card the new card
	 * @return the new card, and whether the old one was deleted; each subscription sends
	 * a card
	 * @see EphemeralCardOperations#replace
	 */
	Mono<Replacement> replace(SentCard sent, CardContent card);

	/**
	 * Deletes a card from the viewer's screens, without a trace.
	 * @param message id of a card that this app sent
	 * @return a publisher that completes once the card is deleted; each subscription
	 * makes a call
	 * @see EphemeralCardOperations#delete(MessageId)
	 */
	Mono<Void> delete(MessageId message);

	/**
	 * Deletes a card according to its delivery.
	 * @param sent a card that this app sent
	 * @return a publisher that completes once the card is deleted; each subscription
	 * makes a call
	 * @see EphemeralCardOperations#delete(SentCard)
	 */
	Mono<Void> delete(SentCard sent);

	/**
	 * Creates a card with options that {@link #send} does not have. The card is sent by
	 * the subscription to the result of the last step.
	 * @param card card to show
	 * @return the first step
	 */
	NewCard<Mono<SentCard>> newCard(CardContent card);

	/**
	 * Returns the operations for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 * @see EphemeralCardOperations#forTenant
	 */
	ReactiveEphemeralCardOperations forTenant(TenantKey tenant);

}
