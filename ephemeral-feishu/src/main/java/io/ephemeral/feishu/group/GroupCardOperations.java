package io.ephemeral.feishu.group;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.message.MessageUuid;

/**
 * Operations that show public cards in a chat, update them and recall them. The methods
 * block until the platform responds. On a thread of an event loop, use
 * {@link ReactiveGroupCardOperations}.
 * <p>
 * Texts keep all of their translations, because the platform shows a public card to each
 * reader in the reader's language. This includes texts from the application's messages.
 * <p>
 * Each method throws an {@link io.ephemeral.feishu.card.rule.InvalidCardException} if the
 * card breaks a rule that the library checks, and a
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection;
 * in both cases nothing was sent. It throws a
 * {@link io.ephemeral.feishu.error.FeishuApiException} if the platform refuses the call,
 * and a {@link io.ephemeral.feishu.error.DeliveryUnknownException} if the outcome is
 * unknown after the last attempt. Retries of a call do not repeat its effect.
 */
public interface GroupCardOperations {

	/**
	 * Shows a card to all members of a chat. The platform accepts 5 messages a second for
	 * one group, from all its bots together.
	 * @param chat a chat that the bot is in
	 * @param card card to show
	 * @return the card, with the id for updates and recalls
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send message</a>
	 */
	GroupCard send(ChatId chat, CardContent card);

	/**
	 * Shows a card to all members of a chat, once for each uuid.
	 * @param chat a chat that the bot is in
	 * @param card card to show
	 * @param uuid idempotency key. A second call with the same uuid within an hour shows
	 * no card. The response to the second call is not documented: it may be the first
	 * card or a refusal
	 * @return the card
	 */
	GroupCard send(ChatId chat, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message with a public card.
	 * @param message message such as a {@link io.ephemeral.feishu.event.MessageReceived
	 * MessageReceived} or another card
	 * @param card card to show
	 * @return the card
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/reply">Reply to a
	 * message</a>
	 */
	GroupCard reply(GroupMessage message, CardContent card);

	/**
	 * Replies to a message, once for each uuid.
	 * @param message a public message
	 * @param card card to show
	 * @param uuid idempotency key, as for {@link #send(ChatId, CardContent, MessageUuid)}
	 * @return the card
	 */
	GroupCard reply(GroupMessage message, CardContent card, MessageUuid uuid);

	/**
	 * Replies to a message by its id only. The group of the message is unknown, so all
	 * such replies together share the limit of one group, 5 messages a second.
	 * @param message a public message; an ephemeral card is refused
	 * @param card card to show
	 * @return the card
	 */
	GroupCard reply(MessageId message, CardContent card);

	/**
	 * Replies to a message by its id only, once for each uuid.
	 * @param message a public message
	 * @param card card to show
	 * @param uuid idempotency key, as for {@link #send(ChatId, CardContent, MessageUuid)}
	 * @return the card
	 */
	GroupCard reply(MessageId message, CardContent card, MessageUuid uuid);

	/**
	 * Replaces a card for all members of the chat. The old card must be at most 14 days
	 * old. Both cards must be shared: JSON 2.0, or {@code config.update_multi} set to
	 * true. The platform accepts 5 updates a second of one message.
	 * @param message a public card of this app; ephemeral cards are refused
	 * @param card the new card
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message-card/patch">Update a
	 * sent message card</a>
	 */
	void update(MessageId message, CardContent card);

	/**
	 * Replaces a card after a click. Call this method once the platform has the response
	 * to the click, such as half a second after the start of {@code afterwards}; an
	 * earlier update fails or is undone by the platform. The update is documented for
	 * public cards, but not for ephemeral cards. The new card is in the language of the
	 * user who clicked.
	 * @param clicked the click; valid for 30 minutes and two updates
	 * @param card the new card. All members see a shared card. Only the user who clicked
	 * sees a card of JSON 1.0 that is not shared
	 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/uMDO1YjLzgTN24yM4UjN">
	 * Delayed update of message cards</a> (2025-09)
	 */
	void updateClicked(ClickedCard clicked, CardContent card);

	/**
	 * Recalls a message for all members of the chat. If the message is already recalled,
	 * the call succeeds.
	 * @param message a public message of this app
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message/delete">Recall a
	 * message</a>
	 */
	void recall(MessageId message);

	/**
	 * Returns the operations for a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 */
	GroupCardOperations forTenant(TenantKey tenant);

}
