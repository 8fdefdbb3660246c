package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Card to send, first step: the chat. The order of the steps is fixed, so that the
 * compiler reports a missing step, and each card has exactly one viewer. Each step is
 * immutable and can be reused.
 *
 * @param <R> type of the result: a {@link SentCard} or a publisher of one
 */
public interface NewCard<R> {

	/**
	 * Sets the chat.
	 * @param chat a group in chat mode; topic groups are refused
	 * @return the next step
	 */
	InChat<R> chat(ChatId chat);

	/**
	 * Second step: the viewer.
	 *
	 * @param <R> type of the result
	 */
	interface InChat<R> {

		/**
		 * Sets the viewer.
		 * @param viewer a member of the group
		 * @return the last step
		 */
		ForViewer<R> viewer(Viewer viewer);

	}

	/**
	 * Last step: the options, all of which have a default, and {@link #send()}.
	 *
	 * @param <R> type of the result
	 */
	interface ForViewer<R> {

		/**
		 * Sets the language for texts with translations and for messages. The platform
		 * does not translate ephemeral cards. The values of callbacks get the language as
		 * the member {@code locale}, unless they have this member, so that handlers and
		 * the cards of replies know it.
		 * @param locale language of the viewer. If the card has no text for its country,
		 * the fallbacks are the same language of another country,
		 * {@code feishu.card.default-locale} and the plain content
		 * @return this step with the language
		 */
		ForViewer<R> locale(Locale locale);

		/**
		 * Sets the thread, so that the library refuses the card there. The platform would
		 * show the card outside of the thread.
		 * @param thread thread of the received message; null outside of threads
		 * @return this step with the thread. If the thread is not null, sending fails
		 * with an {@link io.ephemeral.feishu.chat.UnsupportedPlaceException}, or uses
		 * {@link #orDirectMessage()} or {@link #orElse(Function)}
		 */
		ForViewer<R> thread(@Nullable ThreadId thread);

		/**
		 * Sets the maximum wait for the limits of the platform. The default is
		 * {@code feishu.rate-limit.max-wait}.
		 * @param duration zero or more
		 * @return this step with the maximum wait. If the wait would be longer, sending
		 * fails with a {@link io.ephemeral.feishu.limit.PermitUnavailableException}, and
		 * nothing was sent
		 */
		ForViewer<R> maxWait(Duration duration);

		/**
		 * Sets the time after which the card is deleted automatically. The deletion
		 * starts up to a second later and is repeated until it succeeds. A direct message
		 * is recalled instead.
		 * <p>
		 * The {@link ExpiryStore} decides whether the card expires after the end of the
		 * process. A card does not expire if the platform's response was lost, or if the
		 * process ended before it saved the expiry.
		 * @param duration time from the platform's response until the deletion; positive
		 * @return this step with the expiry. If the store fails, the card is deleted, and
		 * sending fails with an {@link ExpiryNotStoredException}
		 */
		ForViewer<R> expiresAfter(Duration duration);

		/**
		 * Sends the card as a direct message if it was certainly not shown, because the
		 * chat does not support ephemeral cards, or because the bot or the viewer is not
		 * in the chat. After other failures, such as an unknown outcome, no direct
		 * message is sent.
		 * @return this step with the direct message; {@link SentCard#delivery()} returns
		 * the delivery
		 */
		ForViewer<R> orDirectMessage();

		/**
		 * Passes the card to the caller's own route if it was refused for a reason of
		 * {@link #orDirectMessage()}. If both are set, the route runs only if the direct
		 * message was refused too. The card is private, so the route decides what other
		 * people see.
		 * @param route function that sends the card and returns
		 * {@link UndeliveredCard#sentAs}. If it returns no card, sending fails with an
		 * {@link IllegalStateException}. The card does not expire
		 * @return this step with the route
		 */
		ForViewer<R> orElse(Function<UndeliveredCard, R> route);

		/**
		 * Sends the card.
		 * @return the sent card, or a publisher of it
		 */
		R send();

	}

}
