package io.ephemeral.feishu.publish;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import io.ephemeral.feishu.message.MessageUuid;
import reactor.core.publisher.Mono;

/**
 * Publishes the outcome of private cards, without blocking. The contract is that of
 * {@link Publications}; what is thrown there is signalled here.
 */
public final class ReactivePublications {

	private final ReactiveGroupCardOperations group;

	private final ReactiveEphemeralCardOperations cards;

	private final PublicationNotice notice;

	/**
	 * Publishes with two templates.
	 * @param group shows the outcome
	 * @param cards deletes the private card
	 * @param notice notifies the viewer if that fails
	 */
	public ReactivePublications(ReactiveGroupCardOperations group, ReactiveEphemeralCardOperations cards,
			PublicationNotice notice) {
		this.group = group;
		this.cards = cards;
		this.notice = notice;
	}

	/**
	 * Shows the outcome of a private card to everybody, once, and deletes the card.
	 * @param privateCard the card, or the click on it
	 * @param outcome what everybody sees
	 * @return what became of it, once somebody subscribes
	 * @see Publications#publish
	 */
	public Mono<Publication> publish(ViewedCard privateCard, CardContent outcome) {
		return Mono
			.defer(() -> this.group.send(privateCard.chat(), outcome, MessageUuid.outcomeOf(privateCard.messageId())))
			.onErrorResume(FeishuException.class,
					(failure) -> notifyViewer(privateCard, failure).then(Mono.error(failure)))
			.flatMap((published) -> delete(privateCard).thenReturn(new Publication(published, null))
				.onErrorResume(FeishuException.class, (failure) -> Mono.just(new Publication(published, failure))));
	}

	/** A card that went directly is recalled instead. */
	private Mono<Void> delete(ViewedCard card) {
		return (card instanceof SentCard sent && sent.delivery() == Delivery.DIRECT_MESSAGE) ? this.cards.delete(sent)
				: this.cards.delete(card.messageId());
	}

	/** If that fails as well, the first failure is the one to know of. */
	private Mono<Void> notifyViewer(ViewedCard privateCard, FeishuException failure) {
		return Mono.defer(() -> this.cards.send(privateCard.chat(), privateCard.viewer(), this.notice.of(failure)))
			.doOnError(failure::addSuppressed)
			.onErrorComplete()
			.then();
	}

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same, for that tenant
	 */
	public ReactivePublications forTenant(TenantKey tenant) {
		return new ReactivePublications(this.group.forTenant(tenant), this.cards.forTenant(tenant), this.notice);
	}

}
