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
 * Shows cards to one member of a group and takes them away again, without blocking. The
 * contract of each method is that of {@link EphemeralCardOperations}; what is thrown
 * there is signalled here.
 */
public interface ReactiveEphemeralCardOperations {

	/**
	 * Shows a card to one member of a group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewer a member of that group
	 * @param card what is shown
	 * @return the sent card; each subscription sends once. A caller that cancels does not
	 * know whether it was sent
	 * @see EphemeralCardOperations#send
	 */
	Mono<SentCard> send(ChatId chat, Viewer viewer, CardContent card);

	/**
	 * Shows a card to many members of a group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group; one who comes twice gets one card
	 * @param card what is shown
	 * @return one outcome for each viewer, as soon as it is known. A caller that cancels
	 * sends no more, but does not know which of the last ones were sent
	 * @see EphemeralCardOperations#sendAll(ChatId, Collection, CardContent)
	 */
	Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card);

	/**
	 * Shows each of many members of a group a card of their own.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group; one who comes twice gets one card
	 * @param card what a viewer is shown; must not block
	 * @return one outcome for each viewer, as soon as it is known. A caller that cancels
	 * sends no more, but does not know which of the last ones were sent
	 * @see EphemeralCardOperations#sendAll(ChatId, Collection, Function)
	 */
	Flux<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card);

	/**
	 * Shows many cards that were begun by {@link #newCard}, each with the options that it
	 * was given.
	 * @param cards cards that have not been sent
	 * @return one outcome for each viewer of a group, as soon as it is known
	 * @see EphemeralCardOperations#sendAll(Collection)
	 */
	Flux<SendOutcome> sendAll(Collection<? extends NewCard.ForViewer<Mono<SentCard>>> cards);

	/**
	 * Shows another card in the place of one: first the new one, then the old one is
	 * deleted.
	 * @param sent what is shown
	 * @param card what is shown instead
	 * @return what became of both; each subscription sends once
	 * @see EphemeralCardOperations#replace
	 */
	Mono<Replacement> replace(SentCard sent, CardContent card);

	/**
	 * Takes a card away from the viewer's screens, without a trace.
	 * @param message id of a card that this app sent
	 * @return completes when the card is gone; each subscription asks once
	 * @see EphemeralCardOperations#delete(MessageId)
	 */
	Mono<Void> delete(MessageId message);

	/**
	 * Takes a card away from its viewer, whichever way it went.
	 * @param sent a card that this app sent
	 * @return completes when the card is gone; each subscription asks once
	 * @see EphemeralCardOperations#delete(SentCard)
	 */
	Mono<Void> delete(SentCard sent);

	/**
	 * Begins a card that is sent step by step, for the options that {@link #send} has no
	 * place for.
	 * @param card what is shown
	 * @return the first step; nothing is sent before somebody subscribes to the result of
	 * the last
	 */
	NewCard<Mono<SentCard>> newCard(CardContent card);

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 * @see EphemeralCardOperations#forTenant
	 */
	ReactiveEphemeralCardOperations forTenant(TenantKey tenant);

}
