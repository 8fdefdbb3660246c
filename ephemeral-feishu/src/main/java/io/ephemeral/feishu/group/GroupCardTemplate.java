package io.ephemeral.feishu.group;

import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;

/**
 * Shows cards to everybody in a chat, and waits for the platform.
 */
public final class GroupCardTemplate implements GroupCardOperations {

	private final ReactiveGroupCardOperations cards;

	/**
	 * Waits for a reactive template.
	 * @param cards does the work
	 */
	public GroupCardTemplate(ReactiveGroupCardOperations cards) {
		this.cards = cards;
	}

	@Override
	public GroupCard send(ChatId chat, CardContent card) {
		return send(chat, card, MessageUuid.random());
	}

	@Override
	public GroupCard send(ChatId chat, CardContent card, MessageUuid uuid) {
		return Objects.requireNonNull(this.cards.send(chat, card, uuid).block());
	}

	@Override
	public GroupCard reply(GroupMessage message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	@Override
	public GroupCard reply(GroupMessage message, CardContent card, MessageUuid uuid) {
		return Objects.requireNonNull(this.cards.reply(message, card, uuid).block());
	}

	@Override
	public GroupCard reply(MessageId message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	@Override
	public GroupCard reply(MessageId message, CardContent card, MessageUuid uuid) {
		return Objects.requireNonNull(this.cards.reply(message, card, uuid).block());
	}

	@Override
	public void update(MessageId message, CardContent card) {
		this.cards.update(message, card).block();
	}

	@Override
	public void updateClicked(ClickedCard clicked, CardContent card) {
		this.cards.updateClicked(clicked, card).block();
	}

	@Override
	public void recall(MessageId message) {
		this.cards.recall(message).block();
	}

	@Override
	public GroupCardOperations forTenant(TenantKey tenant) {
		return new GroupCardTemplate(this.cards.forTenant(tenant));
	}

}
