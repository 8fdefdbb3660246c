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
 * Shows cards to one member of a group and takes them away again. Its methods wait for
 * the platform, so they must not be called on a thread of an event loop;
 * {@link ReactiveEphemeralCardOperations} is for those.
 */
public interface EphemeralCardOperations {

	/**
	 * Shows a card to one member of a group.
	 * <p>
	 * The viewer's online clients show it at once and without a notification; nothing
	 * promises that a viewer who is offline ever sees it. The platform accepts 40 calls a
	 * second for one group.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewer a member of that group
	 * @param card what is shown; mentions in it notify nobody
	 * @return the sent card, with the id that deletes it
	 * @throws io.ephemeral.feishu.card.rule.InvalidCardException if the card breaks a
	 * rule that is known here; nothing was sent
	 * @throws io.ephemeral.feishu.chat.UnsupportedPlaceException if a guard of chats does
	 * not let the card pass; nothing was sent
	 * @throws io.ephemeral.feishu.limit.PermitUnavailableException if the limits of the
	 * platform leave no room in time; nothing was sent
	 * @throws io.ephemeral.feishu.error.FeishuApiException if the platform refuses;
	 * nothing is shown
	 * @throws io.ephemeral.feishu.error.ConnectionFailedException if there is no
	 * connection; nothing was sent
	 * @throws io.ephemeral.feishu.error.DeliveryUnknownException if there was no
	 * response, or none of the platform's, or the platform failed; whether the card is
	 * shown is unknown, and nothing was repeated
	 * @see <a href=
	 * "https://open.feishu.cn/document/server-docs/im-v1/message-card/send-message-cards-that-are-only-visible-to-certain-people">Ephemeral
	 * cards</a> (2025-08-05)
	 */
	SentCard send(ChatId chat, Viewer viewer, CardContent card);

	/**
	 * Shows a card to many members of a group, as fast as the platform takes it. Whatever
	 * happens to one of them, the others are sent theirs.
	 * <p>
	 * Nobody is sent a card twice: a viewer who comes twice in the list gets one, and has
	 * one outcome. That is so for the same id, and for e-mail addresses that differ in
	 * case; somebody who is named by an open id and by an e-mail address is not
	 * recognized.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group
	 * @param card what is shown, in the default language
	 * @return one outcome for each viewer, in the order in which they became known
	 * @throws io.ephemeral.feishu.card.rule.InvalidCardException if the card breaks a
	 * rule that is known here; nothing was sent
	 */
	List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers, CardContent card);

	/**
	 * Shows each of many members of a group a card of their own. All else is as with
	 * {@link #sendAll(ChatId, Collection, CardContent)}.
	 * @param chat a group in chat mode; topic groups are refused
	 * @param viewers members of that group
	 * @param card what a viewer is shown, in the default language. It is called on any
	 * thread and must not block; if it fails, or its card breaks a rule, that viewer's
	 * outcome is a refusal. Equal cards are made ready once
	 * @return one outcome for each viewer, in the order in which they became known
	 */
	List<SendOutcome> sendAll(ChatId chat, Collection<? extends Viewer> viewers,
			Function<? super Viewer, ? extends CardContent> card);

	/**
	 * Shows many cards that were begun by {@link #newCard}, each in the language, with
	 * the expiry, the maximum wait and the other ways that it was given:
	 *
	 * <pre>{@code
	 * cards.sendAll(members.stream()
	 *     .map((member) -> cards.newCard(question).chat(chat).viewer(member.viewer()).locale(member.locale()))
	 *     .toList());
	 * }</pre>
	 *
	 * Cards wait for the limits for ten minutes unless they were given another maximum.
	 * They may go to several groups. All else is as with
	 * {@link #sendAll(ChatId, Collection, CardContent)}.
	 * @param cards cards that have not been sent; of several for one viewer of a group,
	 * the first is sent
	 * @return one outcome for each viewer of a group, in the order in which they became
	 * known. A card that breaks a rule is a refusal
	 * @throws IllegalArgumentException if a card does not come from {@code newCard}
	 */
	List<SendOutcome> sendAll(Collection<? extends NewCard.ForViewer<SentCard>> cards);

	/**
	 * Shows another card in the place of one that may be on the viewer's screens still,
	 * since the platform updates no ephemeral card. The new one is sent first, by the
	 * same way and in the same language, and expires when the old one would have; then
	 * the old one is deleted. So the viewer sees both for a moment, but never none.
	 * @param sent what is shown
	 * @param card what is shown instead
	 * @return the new card, and what is left of the old one
	 * @throws io.ephemeral.feishu.FeishuException if the new card could not be sent, as
	 * with {@link #send}; the old one stays
	 */
	Replacement replace(SentCard sent, CardContent card);

	/**
	 * Takes a card away from the viewer's screens, without a trace. A card that is gone
	 * already, also by the viewer's own hand, is a success.
	 * @param message id of a card that this app sent
	 * @throws io.ephemeral.feishu.limit.PermitUnavailableException if the limits of the
	 * platform leave no room in time; nothing was sent
	 * @throws io.ephemeral.feishu.error.FeishuApiException if the platform refuses
	 * @throws io.ephemeral.feishu.error.ConnectionFailedException if there is no
	 * connection; nothing was sent
	 * @throws io.ephemeral.feishu.error.DeliveryUnknownException if there was no
	 * response, or none of the platform's, or the platform failed; it does no harm to
	 * delete again
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/uITOyYjLykjM24iM5IjN">Delete
	 * ephemeral cards</a>
	 */
	void delete(MessageId message);

	/**
	 * Takes a card away from its viewer, whichever way it went: a direct message is
	 * recalled. All else is as with {@link #delete(MessageId)}.
	 * @param sent a card that this app sent
	 * @throws IllegalArgumentException if the card went by a route of the caller's own
	 */
	void delete(SentCard sent);

	/**
	 * Begins a card that is sent step by step, for the options that {@link #send} has no
	 * place for.
	 * @param card what is shown
	 * @return the first step; nothing is sent before the last
	 */
	NewCard<SentCard> newCard(CardContent card);

	/**
	 * Acts for a tenant that has installed the store app. A call of a store app that
	 * names no tenant fails with a {@code TenantMismatchException}, and so does one of a
	 * self-built app that names one, since that app could act for its own only; nothing
	 * is sent.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the same operations, for that tenant
	 */
	EphemeralCardOperations forTenant(TenantKey tenant);

}
