package io.ephemeral.feishu.ephemeral;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;

/**
 * Operations that show cards to one member of a group, replace them and delete them. The
 * methods block until the platform responds. On a thread of an event loop, use
 * {@link ReactiveEphemeralCardOperations}.
 */
public interface EphemeralCardOperations {

	/**
	 * Shows a card to one member of a group.
	 * <p>
	 * The viewer's online clients show the card immediately, without a notification. A
	 * viewer who is offline may never see it. The platform accepts 40 calls a second for
	 * one group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewer a member of that group
	 * @param card card to show; mentions in it do not notify anyone
	 * @return the sent card, with the id for its deletion
	 * @throws io.ephemeral.feishu.card.rule.InvalidCardException if the card breaks a
	 * rule that the library checks; nothing was sent
	 * @throws io.ephemeral.feishu.chat.UnsupportedPlaceException if the
	 * {@link io.ephemeral.feishu.chat.ChatGuard ChatGuard} rejects the chat; nothing was
	 * sent
	 * @throws io.ephemeral.feishu.limit.PermitUnavailableException if the limits of the
	 * platform do not permit the call in time; nothing was sent
	 * @throws io.ephemeral.feishu.error.FeishuApiException if the platform refuses the
	 * call; the card is not shown
	 * @throws io.ephemeral.feishu.error.ConnectionFailedException if there is no
	 * connection; nothing was sent
	 * @throws io.ephemeral.feishu.error.DeliveryUnknownException if the platform failed
	 * or there was no valid response; whether the card is shown is unknown, and the call
	 * was not repeated
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message-card/send-message-cards-that-are-only-visible-to-certain-people">Ephemeral
	 * cards</a> (2025-08-05)
	 */
	SentCard send(ChatId chat, Viewer viewer, CardContent card);

	/**
	 * Shows a card to many members of a group, as fast as the limits of the platform
	 * permit. A failure for one viewer does not affect the others.
	 * <p>
	 * Duplicate viewers are removed, so that each viewer gets one card and one outcome.
	 * E-mail addresses are compared ignoring case. An open id and an e-mail address of
	 * the same person are not recognized as duplicates.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group
	 * @param card card to show, in the default language
	 * @return one outcome for each viewer, in the order of completion
	 * @throws io.ephemeral.feishu.card.rule.InvalidCardException if the card breaks a
	 * rule that the library checks; nothing was sent
	 */
	List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card);

	/**
	 * Shows a different card to each of many members of a group. Otherwise, this method
	 * works like {@link #sendAll(ChatId, Collection, CardContent)}.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group
	 * @param card function from a viewer to the card to show, in the default language. It
	 * may be called on any thread and must not block. If it fails, or its card breaks a
	 * rule, the outcome of that viewer is {@link SendOutcome.Refused}. Equal cards are
	 * prepared once
	 * @return one outcome for each viewer, in the order of completion
	 */
	List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card);

	/**
	 * Shows many cards created by {@link #newCard}, each with its own language, expiry,
	 * maximum wait and other options:
	 *
	 * <pre>{@code
	 * cards.sendAll(members.stream()
	 *     .map((member) -> cards.newCard(question).chat(chat).viewer(member.viewer()).locale(member.locale()))
	 *     .toList());
	 * }</pre>
	 *
	 * The default of the maximum wait is ten minutes. The cards may go to several groups.
	 * Otherwise, this method works like
	 * {@link #sendAll(ChatId, Collection, CardContent)}.
	 * @param cards cards to send; if there are several for one viewer of a group, only
	 * the first is sent
	 * @return one outcome for each viewer of a group, in the order of completion. The
	 * outcome of a card that breaks a rule is {@link SendOutcome.Refused}
	 * @throws IllegalArgumentException if a card does not come from {@code newCard}
	 */
	List<SendOutcome> sendAll(Collection<? extends NewCard.ForViewer<SentCard>> cards);

	/**
	 * Replaces a card with a new one, because the platform cannot update ephemeral cards.
	 * The new card is sent first, with the same delivery, language and expiry as the old
	 * one. Then the old card is deleted. The viewer sees both cards for a moment.
	 * @param sent the old card
	 * @param card the new card
	 * @return the new card, and whether the old one was deleted
	 * @throws io.ephemeral.feishu.FeishuException if the new card could not be sent, as
	 * for {@link #send}; the old card stays
	 */
	Replacement replace(SentCard sent, CardContent card);

	/**
	 * Deletes a card from the viewer's screens, without a trace. If the card is already
	 * deleted, also by the viewer, the call succeeds.
	 * @param message id of a card that this app sent
	 * @throws io.ephemeral.feishu.limit.PermitUnavailableException if the limits of the
	 * platform do not permit the call in time; nothing was sent
	 * @throws io.ephemeral.feishu.error.FeishuApiException if the platform refuses the
	 * call
	 * @throws io.ephemeral.feishu.error.ConnectionFailedException if there is no
	 * connection; nothing was sent
	 * @throws io.ephemeral.feishu.error.DeliveryUnknownException if the platform failed
	 * or there was no valid response; the call may be repeated
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/uITOyYjLykjM24iM5IjN">Delete
	 * ephemeral cards</a>
	 */
	void delete(MessageId message);

	/**
	 * Deletes a card according to its delivery. A direct message is recalled. Otherwise,
	 * this method works like {@link #delete(MessageId)}.
	 * @param sent a card that this app sent
	 * @throws IllegalArgumentException if the card was delivered by the caller's own
	 * route
	 */
	void delete(SentCard sent);

	/**
	 * Creates a card with options that {@link #send} does not have. The card is sent by
	 * the last step.
	 * @param card card to show
	 * @return the first step
	 */
	NewCard<SentCard> newCard(CardContent card);

	/**
	 * Returns the operations for a tenant that has installed the store app. A call of a
	 * store app without a tenant fails with a {@code TenantMismatchException}. So does a
	 * call of a self-built app with a tenant, because that app acts for its own tenant
	 * only. Nothing is sent.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the operations for that tenant
	 */
	EphemeralCardOperations forTenant(TenantKey tenant);

}
