package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.group.GroupCardOperations;

/**
 * Operations that send texts without a card: to a chat, to one person, or as a reply. The
 * methods block until the platform responds. On a thread of an event loop, use
 * {@link ReactiveTextMessageOperations}. {@link GroupCardOperations#recall(MessageId)}
 * recalls a text.
 * <p>
 * Texts count in the same limits as public cards. Each method throws a
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection;
 * nothing was sent. It throws a {@link io.ephemeral.feishu.error.FeishuApiException} if
 * the platform refuses the call, and a
 * {@link io.ephemeral.feishu.error.DeliveryUnknownException} if the outcome is unknown
 * after the last attempt. Retries of a call do not send a text twice.
 */
public interface TextMessageOperations {

	/**
	 * Sends a text to all members of a chat. The platform accepts 5 messages a second for
	 * one group, from all its bots together.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @return the sent text, with the id for its recall
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send message</a>
	 */
	SentText send(ChatId chat, MessageText text);

	/**
	 * Sends a text to all members of a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 */
	SentText send(ChatId chat, MessageText text, MessageUuid uuid);

	/**
	 * Sends a text to one person, in the direct chat of that person and the bot. The
	 * platform accepts 5 messages a second for one person.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @return the sent text, with the id for its recall
	 */
	SentText send(Viewer person, MessageText text);

	/**
	 * Sends a text to one person, once for each uuid.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 */
	SentText send(Viewer person, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message with a public text.
	 * @param message a message such as a {@link io.ephemeral.feishu.event.MessageReceived
	 * MessageReceived} or a card
	 * @param text the text
	 * @return the sent text
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/reply">Reply to a
	 * message</a>
	 */
	SentText reply(GroupMessage message, MessageText text);

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a public message
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 */
	SentText reply(GroupMessage message, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message by its id only. The group of the message is unknown, so all
	 * such replies together share the limit of one group, 5 messages a second.
	 * @param message a public message; an ephemeral card is refused
	 * @param text the text
	 * @return the sent text
	 */
	SentText reply(MessageId message, MessageText text);

	/**
	 * Replies to a message by its id only, once for each uuid.
	 * @param message a public message
	 * @param text the text
	 * @param uuid idempotency key, valid for an hour
	 * @return the sent text
	 */
	SentText reply(MessageId message, MessageText text, MessageUuid uuid);

	/**
	 * Returns the operations for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 */
	TextMessageOperations forTenant(TenantKey tenant);

}
