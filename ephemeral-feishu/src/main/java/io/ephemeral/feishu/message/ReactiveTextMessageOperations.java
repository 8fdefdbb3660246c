package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import reactor.core.publisher.Mono;

/**
 * Sends texts without a card, without blocking. The contract of each method is that of
 * {@link TextMessageOperations}; errors that are thrown there are signaled here.
 */
public interface ReactiveTextMessageOperations {

	/**
	 * Sends a text to everybody in a chat.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @return the text. It is sent once, however often somebody subscribes within an
	 * hour, because the uuid is made when this method is called
	 * @see TextMessageOperations#send(ChatId, MessageText)
	 */
	default Mono<SentText> send(ChatId chat, MessageText text) {
		return send(chat, text, MessageUuid.random());
	}

	/**
	 * Sends a text to everybody in a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 * @see TextMessageOperations#send(ChatId, MessageText, MessageUuid)
	 */
	Mono<SentText> send(ChatId chat, MessageText text, MessageUuid uuid);

	/**
	 * Sends a text to one person.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @return the text, sent once as of {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#send(Viewer, MessageText)
	 */
	default Mono<SentText> send(Viewer person, MessageText text) {
		return send(person, text, MessageUuid.random());
	}

	/**
	 * Sends a text to one person, once for each uuid.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 * @see TextMessageOperations#send(Viewer, MessageText, MessageUuid)
	 */
	Mono<SentText> send(Viewer person, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message with a text that everybody sees.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @return the text, sent once as of {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#reply(GroupMessage, MessageText)
	 */
	default Mono<SentText> reply(GroupMessage message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 * @see TextMessageOperations#reply(GroupMessage, MessageText, MessageUuid)
	 */
	Mono<SentText> reply(GroupMessage message, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message by its id alone.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @return the text, sent once as of {@link #send(ChatId, MessageText)}
	 * @see TextMessageOperations#reply(MessageId, MessageText)
	 */
	default Mono<SentText> reply(MessageId message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	/**
	 * Replies to a message by its id alone, once for each uuid.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 * @see TextMessageOperations#reply(MessageId, MessageText, MessageUuid)
	 */
	Mono<SentText> reply(MessageId message, MessageText text, MessageUuid uuid);

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 */
	ReactiveTextMessageOperations forTenant(TenantKey tenant);

}
