package io.ephemeral.feishu.ephemeral;

import java.util.Locale;
import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import reactor.core.publisher.Mono;

/**
 * Waits for what {@link ReactiveEphemeralCardOperations} does.
 */
public final class EphemeralCardTemplate implements EphemeralCardOperations {

	private final ReactiveEphemeralCardOperations cards;

	/**
	 * Waits for a reactive template.
	 * @param cards does the work
	 */
	public EphemeralCardTemplate(ReactiveEphemeralCardOperations cards) {
		this.cards = cards;
	}

	@Override
	public SentCard send(ChatId chat, Viewer viewer, CardContent card) {
		return Objects.requireNonNull(this.cards.send(chat, viewer, card).block());
	}

	@Override
	public void delete(MessageId message) {
		this.cards.delete(message).block();
	}

	@Override
	public NewCard<SentCard> newCard(CardContent card) {
		return CardSteps.begin(card, this::send);
	}

	@Override
	public EphemeralCardOperations forTenant(TenantKey tenant) {
		return new EphemeralCardTemplate(this.cards.forTenant(tenant));
	}

	private SentCard send(CardSteps<SentCard> card) {
		ForViewer<Mono<SentCard>> reactive = this.cards.newCard(card.card()).chat(card.chat()).viewer(card.viewer());
		Locale locale = card.locale();
		return Objects.requireNonNull(((locale != null) ? reactive.locale(locale) : reactive).send().block());
	}

}
