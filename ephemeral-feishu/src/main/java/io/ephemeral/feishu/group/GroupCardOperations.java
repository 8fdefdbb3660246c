package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.message.MessageUuid;

/**
 * Shows cards to everybody in a chat, updates them and takes them back. Its methods wait
 * for the platform, so they must not be called on a thread of an event loop;
 * {@link ReactiveGroupCardOperations} is for those.
 * <p>
 * Texts that have several languages keep them all: unlike an ephemeral card, a public one
 * is shown to each reader in that reader's language. So are texts of messages, as far as
 * the application has them.
 * <p>
 * Every method throws {@link io.ephemeral.feishu.card.rule.InvalidCardException} if the
 * card breaks a rule that is known here,
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection
 * (nothing was sent in both cases), {@link io.ephemeral.feishu.error.FeishuApiException}
 * if the platform refuses, and {@link io.ephemeral.feishu.error.DeliveryUnknownException}
 * if nothing is known after all repetitions, which do no harm here.
 */
public interface GroupCardOperations {

	/**
	 * Shows a card to everybody in a chat. The platform accepts 5 messages a second for
	 * one group, from all its bots together.
	 * @param chat a chat that the bot is in
	 * @param card what is shown
	 * @return the card, with the id that updates and recalls it
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send message</a>
	 */
	GroupCard send(ChatId chat, CardContent card);

	/**
	 * Shows a card to everybody in a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more. What the platform
	 * answers then is not documented: the first card, or a refusal
	 * @return the card
	 */
	GroupCard send(ChatId chat, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message with a card that everybody sees.
	 * @param message such as a {@link io.ephemeral.feishu.event.MessageReceived
	 * MessageReceived} or another card
	 * @param card what is shown
	 * @return the card
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/reply">Reply to a
	 * message</a>
	 */
	GroupCard reply(GroupMessage message, CardContent card);

	/**
	 * Replies to a message, once for each uuid, see
	 * {@link #send(ChatId, CardContent, MessageUuid)}.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more
	 * @return the card
	 */
	GroupCard reply(GroupMessage message, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message by its id alone. Because the group is unknown, the 5 messages
	 * a second that it takes are the limit of all such replies together.
	 * @param message a message that everybody sees; an ephemeral card is refused
	 * @param card what is shown
	 * @return the card
	 */
	GroupCard reply(MessageId message, CardContent card);

	/**
	 * Replies to a message by its id alone, once for each uuid.
	 * @param message a message that everybody sees
	 * @param card what is shown
	 * @param uuid the same one within an hour shows nothing more
	 * @return the card
	 */
	GroupCard reply(MessageId message, CardContent card, MessageUuid uuid);

	/**
	 * Replaces a card for everybody. It must be at most 14 days old and shared, before
	 * and after: JSON 2.0, or {@code config.update_multi} set to true. The platform
	 * accepts 5 updates a second of one message.
	 * @param message a card that this app sent to everybody; ephemeral cards are refused
	 * @param card what is shown from now on
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message-card/patch">Update a
	 * sent message card</a>
	 */
	void update(MessageId message, CardContent card);

	/**
	 * Replaces a card that somebody has clicked, once the click was answered; earlier the
	 * platform fails or takes the update back. It is documented for public cards; that it
	 * works for ephemeral ones is not. The card is put into the language of the one who
	 * has clicked.
	 * @param clicked the click; good for 30 minutes and two updates
	 * @param card what is shown from now on: to all if it is shared, and otherwise, as a
	 * card of JSON 1.0 may be, to the one who has clicked
	 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/uMDO1YjLzgTN24yM4UjN">
	 * Delayed update of message cards</a> (2025-09)
	 */
	void updateClicked(ClickedCard clicked, CardContent card);

	/**
	 * Takes a message back from everybody. One that is recalled already is a success.
	 * @param message a message that this app sent to everybody
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/delete">Recall a
	 * message</a>
	 */
	void recall(MessageId message);

	/**
	 * Acts for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 */
	GroupCardOperations forTenant(TenantKey tenant);

}
