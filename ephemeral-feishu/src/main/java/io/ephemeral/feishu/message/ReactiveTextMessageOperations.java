package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import reactor.core.publisher.Mono;

/**
 * Reactive variant of {@link TextMessageOperations}. The methods have the same contracts.
 * Exceptions become errors of the publisher.
 */
public interface ReactiveTextMessageOperations {

	/**
	 * Sends a text to all members of a chat.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @return the sent text. Several subscriptions within an hour send it once, because
	 * this method creates the uuid before the subscription
	 * @see TextMessageOperations#send(ChatId, MessageText)
	 */
	default Mono<SentText> send(ChatId chat, MessageText text) {
		return send(chat, text, MessageUuid.random());
	}

	/**
	 * Sends a text to all members of a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 * @see TextMessageOperations#send(ChatId, MessageText, MessageUuid)
	 */
	Mono<SentText> send(ChatId chat, MessageText text, MessageUuid uuid);

	/**
	 * Sends a text to one person.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @return the sent text, sent once as for {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#send(Viewer, MessageText)
	 */
	default Mono<SentText> send(Viewer person, MessageText text) {
		return send(person, text, MessageUuid.random());
	}

	/**
	 * Sends a text to one person, once for each uuid.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 * @see TextMessageOperations#send(Viewer, MessageText, MessageUuid)
	 */
	Mono<SentText> send(Viewer person, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message with a public text.
	 * @param message a public message
	 * @param text the text
	 * @return the sent text, sent once as for {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#reply(GroupMessage, MessageText)
	 */
	default Mono<SentText> reply(GroupMessage message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a public message
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 * @see TextMessageOperations#reply(GroupMessage, MessageText, MessageUuid)
	 */
	Mono<SentText> reply(GroupMessage message, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message by its id only.
	 * @param message a public message
	 * @param text the text
	 * @return the sent text, sent once as for {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#reply(MessageId, MessageText)
	 */
	default Mono<SentText> reply(MessageId message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	/**
	 * Replies to a message by its id only, once for each uuid.
	 * @param message a public message
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 * @see TextMessageOperations#reply(MessageId, MessageText, MessageUuid)
	 */
	Mono<SentText> reply(MessageId message, MessageText text, MessageUuid uuid);

	/**
	 * Returns the operations for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 */
	ReactiveTextMessageOperations forTenant(TenantKey tenant);

}
