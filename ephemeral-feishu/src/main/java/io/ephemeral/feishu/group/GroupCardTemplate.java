package io.ephemeral.feishu.group;

import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.BlockingCalls;
import io.ephemeral.feishu.message.MessageUuid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Blocking template around {@link ReactiveGroupCardOperations}.
 */
public final class GroupCardTemplate implements GroupCardOperations {

	private final ReactiveGroupCardOperations cards;

	/**
	 * Creates a template.
	 * @param cards reactive operations to wait for
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
		return Objects.requireNonNull(await("message.send", this.cards.send(chat, card, uuid)));
	}

	@Override
	public GroupCard reply(GroupMessage message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	@Override
	public GroupCard reply(GroupMessage message, CardContent card, MessageUuid uuid) {
		return Objects.requireNonNull(await("message.reply", this.cards.reply(message, card, uuid)));
	}

	@Override
	public GroupCard reply(MessageId message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	@Override
	public GroupCard reply(MessageId message, CardContent card, MessageUuid uuid) {
		return Objects.requireNonNull(await("message.reply", this.cards.reply(message, card, uuid)));
	}

	@Override
	public void update(MessageId message, CardContent card) {
		await("message.update", this.cards.update(message, card));
	}

	@Override
	public void updateClicked(ClickedCard clicked, CardContent card) {
		await("card.update", this.cards.updateClicked(clicked, card));
	}

	@Override
	public void recall(MessageId message) {
		await("message.recall", this.cards.recall(message));
	}

	@Override
	public GroupCardOperations forTenant(TenantKey tenant) {
		return new GroupCardTemplate(this.cards.forTenant(tenant));
	}

	private static <T> @Nullable T await(String operation, Mono<T> call) {
		return BlockingCalls.await(call, operation, GroupCardOperations.class, ReactiveGroupCardOperations.class);
	}

}
