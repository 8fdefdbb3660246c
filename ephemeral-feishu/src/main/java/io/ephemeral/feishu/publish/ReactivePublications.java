package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.group.GroupCard;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import io.ephemeral.feishu.message.MessageUuid;
import reactor.core.publisher.Mono;

/**
 * Reactive variant of {@link Publications}. The methods have the same contracts.
 * Exceptions become errors of the publisher.
 */
public final class ReactivePublications {

	private final ReactiveGroupCardOperations group;

	private final ReactiveEphemeralCardOperations cards;

	private final PublicationNotice notice;

	/**
	 * Creates an instance.
	 * @param group operations that show the outcome
	 * @param cards operations that delete the ephemeral card
	 * @param notice notice for the viewer if the outcome could not be published
	 */
	public ReactivePublications(ReactiveGroupCardOperations group, ReactiveEphemeralCardOperations cards,
			PublicationNotice notice) {
		this.group = group;
		this.cards = cards;
		this.notice = notice;
	}

	/**
	 * Shows the outcome of an ephemeral card to all members of the chat, once, and then
	 * deletes the ephemeral card.
	 * @param ephemeralCard the ephemeral card, or the click on it
	 * @param outcome card with the outcome
	 * @return the public card, and whether the ephemeral card was deleted
	 * @see Publications#publish
	 */
	public Mono<Publication> publish(ViewedCard ephemeralCard, CardContent outcome) {
		return Mono.defer(() -> show(ephemeralCard, outcome, MessageUuid.outcomeOf(ephemeralCard.messageId())))
			.flatMap((published) -> delete(ephemeralCard).thenReturn(new Publication(published, null))
				.onErrorResume(FeishuException.class, (failure) -> Mono.just(new Publication(published, failure))));
	}

	/**
	 * Shows the outcome of an ephemeral card to all members of the chat, and does not
	 * delete the ephemeral card. It may be called before the response to a click.
	 * @param ephemeralCard the ephemeral card, or the click on it
	 * @param outcome card with the outcome
	 * @param uuid uuid of the public card. Within an hour, the platform shows one card
	 * for it, so cards that belong together need the same
	 * @return the public card. If it was not published, or if this is unknown, the viewer
	 * gets a {@link PublicationNotice}, and the publisher has the error
	 */
	public Mono<GroupCard> show(ViewedCard ephemeralCard, CardContent outcome, MessageUuid uuid) {
		return Mono.defer(() -> this.group.send(ephemeralCard.chat(), outcome, uuid))
			.onErrorResume(FeishuException.class,
					(failure) -> notifyViewer(ephemeralCard, failure).then(Mono.error(failure)));
	}

	/** Deletes the ephemeral card. A direct message is recalled instead. */
	private Mono<Void> delete(ViewedCard card) {
		return (card instanceof SentCard sent && sent.delivery() == Delivery.DIRECT_MESSAGE) ? this.cards.delete(sent)
				: this.cards.delete(card.messageId());
	}

	/**
	 * Sends the notice. If this fails too, its error is suppressed in favor of the first
	 * one.
	 */
	private Mono<Void> notifyViewer(ViewedCard ephemeralCard, FeishuException failure) {
		return Mono.defer(() -> this.cards.send(ephemeralCard.chat(), ephemeralCard.viewer(), this.notice.of(failure)))
			.doOnError(failure::addSuppressed)
			.onErrorComplete()
			.then();
	}

	/**
	 * Returns the publications for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the publications for that tenant
	 */
	public ReactivePublications forTenant(TenantKey tenant) {
		return new ReactivePublications(this.group.forTenant(tenant), this.cards.forTenant(tenant), this.notice);
	}

}
