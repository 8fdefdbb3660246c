package io.ephemeral.feishu.message;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.group.GroupCardOperations;

/**
 * Sends texts without a card: to everybody in a chat, as a reply, or to one person. Its
 * methods wait for the platform, so they must not be called on a thread of an event loop;
 * {@link ReactiveTextMessageOperations} is for those.
 * {@link GroupCardOperations#recall(MessageId)} takes a text back.
 * <p>
 * Texts count in the same limits as cards. Every method throws
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection
 * (nothing was sent), {@link io.ephemeral.feishu.error.FeishuApiException} if the
 * platform refuses, and {@link io.ephemeral.feishu.error.DeliveryUnknownException} if
 * nothing is known after all repetitions, which do no harm here.
 */
public interface TextMessageOperations {

	/**
	 * Sends a text to everybody in a chat. The platform accepts 5 messages a second for
	 * one group, from all its bots together.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @return the text, with the id that recalls it
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send message</a>
	 */
	SentText send(ChatId chat, MessageText text);

	/**
	 * Sends a text to everybody in a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 */
	SentText send(ChatId chat, MessageText text, MessageUuid uuid);

	/**
	 * Sends a text to one person, in the conversation of that person with the bot. The
	 * platform accepts 5 messages a second for one person.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @return the text, with the id that recalls it
	 */
	SentText send(Viewer person, MessageText text);

	/**
	 * Sends a text to one person, once for each uuid.
	 * @param person a person in the availability range of the app
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 */
	SentText send(Viewer person, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message with a text that everybody sees.
	 * @param message a message such as a {@link io.ephemeral.feishu.event.MessageReceived
	 * MessageReceived} or a card
	 * @param text the text
	 * @return the text
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/reply">Reply to a
	 * message</a>
	 */
	SentText reply(GroupMessage message, MessageText text);

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 */
	SentText reply(GroupMessage message, MessageText text, MessageUuid uuid);

	/**
	 * Replies to a message by its id alone. Because the group is not known, all such
	 * replies together share the 5 messages a second of one group.
	 * @param message a message that everybody sees; an ephemeral card is refused
	 * @param text the text
	 * @return the text
	 */
	SentText reply(MessageId message, MessageText text);

	/**
	 * Replies to a message by its id alone, once for each uuid.
	 * @param message a message that everybody sees
	 * @param text the text
	 * @param uuid the same one within an hour sends nothing more
	 * @return the text
	 */
	SentText reply(MessageId message, MessageText text, MessageUuid uuid);

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 */
	TextMessageOperations forTenant(TenantKey tenant);

}
