package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.message.MessageUuid;
import reactor.core.publisher.Mono;

/**
 * Reactive variant of {@link GroupCardOperations}. The methods have the same contracts.
 * Exceptions become errors of the publisher.
 */
public interface ReactiveGroupCardOperations {

	/**
	 * Shows a card to all members of a chat.
	 * @param chat a chat that the bot is in
	 * @param card card to show
	 * @return the card. Several subscriptions within an hour send it once, because this
	 * method creates the uuid before the subscription
	 * @see GroupCardOperations#send(ChatId, CardContent)
	 */
	default Mono<GroupCard> send(ChatId chat, CardContent card) {
		return send(chat, card, MessageUuid.random());
	}

	/**
	 * Shows a card to all members of a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param card card to show
	 * @param uuid idempotency key, valid for an hour
	 * @return the card
	 * @see GroupCardOperations#send(ChatId, CardContent, MessageUuid)
	 */
	Mono<GroupCard> send(ChatId chat, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message with a public card.
	 * @param message a public message
	 * @param card card to show
	 * @return the card, sent once as for {@link #send(ChatId, CardContent)}
	 * @see GroupCardOperations#reply(GroupMessage, CardContent)
	 */
	default Mono<GroupCard> reply(GroupMessage message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a public message
	 * @param card card to show
	 * @param uuid idempotency key, valid for an hour
	 * @return the card
	 * @see GroupCardOperations#reply(GroupMessage, CardContent, MessageUuid)
	 */
	Mono<GroupCard> reply(GroupMessage message, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message by its id only.
	 * @param message a public message
	 * @param card card to show
	 * @return the card, sent once as for {@link #send(ChatId, CardContent)}
	 * @see GroupCardOperations#reply(MessageId, CardContent)
	 */
	default Mono<GroupCard> reply(MessageId message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	/**
	 * Replies to a message by its id only, once for each uuid.
	 * @param message a public message
	 * @param card card to show
	 * @param uuid idempotency key, valid for an hour
	 * @return the card
	 * @see GroupCardOperations#reply(MessageId, CardContent, MessageUuid)
	 */
	Mono<GroupCard> reply(MessageId message, CardContent card, MessageUuid uuid);

	/**
	 * Replaces a card for all members of the chat.
	 * @param message a public card of this app
	 * @param card the new card
	 * @return a publisher that completes once the card is replaced
	 * @see GroupCardOperations#update
	 */
	Mono<Void> update(MessageId message, CardContent card);

	/**
	 * Replaces a card after the response to a click.
	 * @param clicked the click
	 * @param card the new card
	 * @return a publisher that completes once the card is replaced
	 * @see GroupCardOperations#updateClicked
	 */
	Mono<Void> updateClicked(ClickedCard clicked, CardContent card);

	/**
	 * Recalls a message for all members of the chat.
	 * @param message a public message of this app
	 * @return a publisher that completes once the message is recalled
	 * @see GroupCardOperations#recall
	 */
	Mono<Void> recall(MessageId message);

	/**
	 * Returns the operations for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 */
	ReactiveGroupCardOperations forTenant(TenantKey tenant);

}
