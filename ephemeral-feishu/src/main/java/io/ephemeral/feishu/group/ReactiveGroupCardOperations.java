package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.message.MessageUuid;
import reactor.core.publisher.Mono;

/**
 * Shows cards to everybody in a chat, updates them and takes them back, without blocking.
 * The contract of each method is that of {@link GroupCardOperations}; what is thrown
 * there is signalled here.
 */
public interface ReactiveGroupCardOperations {

	/**
	 * Shows a card to everybody in a chat.
	 * @param chat a chat that the bot is in
	 * @param card what is shown
	 * @return the card. It is sent once, however often somebody subscribes within an
	 * hour: the uuid is made when this method is called
	 * @see GroupCardOperations#send(ChatId, CardContent)
	 */
	default Mono<GroupCard> send(ChatId chat, CardContent card) {
		return send(chat, card, MessageUuid.random());
	}

	/**
	 * Shows a card to everybody in a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more
	 * @return the card
	 * @see GroupCardOperations#send(ChatId, CardContent, MessageUuid)
	 */
	Mono<GroupCard> send(ChatId chat, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message with a card that everybody sees.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @return the card, sent once as of {@link #send(ChatId, CardContent)}
	 * @see GroupCardOperations#reply(GroupMessage, CardContent)
	 */
	default Mono<GroupCard> reply(GroupMessage message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more
	 * @return the card
	 * @see GroupCardOperations#reply(GroupMessage, CardContent, MessageUuid)
	 */
	Mono<GroupCard> reply(GroupMessage message, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message by its id alone.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @return the card, sent once as of {@link #send(ChatId, CardContent)}
	 * @see GroupCardOperations#reply(MessageId, CardContent)
	 */
	default Mono<GroupCard> reply(MessageId message, CardContent card) {
		return reply(message, card, MessageUuid.random());
	}

	/**
	 * Replies to a message by its id alone, once for each uuid.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more
	 * @return the card
	 * @see GroupCardOperations#reply(MessageId, CardContent, MessageUuid)
	 */
	Mono<GroupCard> reply(MessageId message, CardContent card, MessageUuid uuid);

	/**
	 * Replaces a card for everybody.
	 * @param message a card that this app sent to everybody
	 * @param card what is shown from now on
	 * @return completes when it is replaced
	 * @see GroupCardOperations#update
	 */
	Mono<Void> update(MessageId message, CardContent card);

	/**
	 * Replaces a card that somebody has clicked, once the click was answered.
	 * @param clicked the click
	 * @param card what is shown from now on
	 * @return completes when it is replaced
	 * @see GroupCardOperations#updateClicked
	 */
	Mono<Void> updateClicked(ClickedCard clicked, CardContent card);

	/**
	 * Takes a message back from everybody.
	 * @param message a message that this app sent to everybody
	 * @return completes when it is gone
	 * @see GroupCardOperations#recall
	 */
	Mono<Void> recall(MessageId message);

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 */
	ReactiveGroupCardOperations forTenant(TenantKey tenant);

}
