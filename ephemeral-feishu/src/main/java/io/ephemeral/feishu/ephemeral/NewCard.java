package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A card on its way. The steps come in one order, so that the compiler asks for what is
 * missing, and a card has one viewer. Each step may be kept and used again.
 *
 * @param <R> what sending returns: a {@link SentCard}, or a publisher of one
 */
public interface NewCard<R> {

	/**
	 * Sets the chat.
	 * @param chat a group in chat mode; topic groups are refused
	 * @return the next step
	 */
	InChat<R> chat(ChatId chat);

	/**
	 * A card on its way into a group.
	 *
	 * @param <R> what sending returns
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
	 * A card on its way to one member of a group.
	 *
	 * @param <R> what sending returns
	 */
	interface ForViewer<R> {

		/**
		 * Chooses the language of texts that have several, and of messages. The platform
		 * does not translate ephemeral cards.
		 * @param locale language of the viewer; where the card has not that country, the
		 * same language elsewhere counts, then {@code feishu.card.default-locale}, then
		 * the plain content
		 * @return this step, with the language
		 */
		ForViewer<R> locale(Locale locale);

		/**
		 * Sets the thread of the conversation, so that the card is refused there. The
		 * platform would accept it and show it outside of the thread.
		 * @param thread the thread, as it comes with a message; null outside of threads
		 * @return this step. If there is a thread, sending fails with an
		 * {@link io.ephemeral.feishu.chat.UnsupportedPlaceException}, or goes another way
		 */
		ForViewer<R> thread(@Nullable ThreadId thread);

		/**
		 * Sets the maximum wait for the limits of the platform.
		 * @param duration zero or more; without it {@code feishu.rate-limit.max-wait}
		 * @return this step, with that wait. If it would be longer, sending fails with a
		 * {@link io.ephemeral.feishu.limit.PermitUnavailableException}, and nothing was
		 * sent
		 */
		ForViewer<R> maxWait(Duration duration);

		/**
		 * Deletes the card automatically, up to a second after that time, and again until
		 * it is gone. A direct message is recalled instead.
		 * <p>
		 * How long it lasts across the end of the process depends on the
		 * {@link ExpiryStore}. A card cannot expire if the platform's answer was lost, or
		 * if the process ended before it stored the card.
		 * @param duration how long the card is shown, from the platform's answer on;
		 * positive
		 * @return this step, with the time. If the store fails, the card is deleted
		 * again, and sending fails with an {@link ExpiryNotStoredException}
		 */
		ForViewer<R> expiresAfter(Duration duration);

		/**
		 * Sends the card to the viewer directly if it is certain that it was not shown,
		 * because the chat takes no such cards, or because the bot or the viewer is not
		 * in it. Any other failure, and above all an unknown outcome, sends nothing.
		 * @return this step, with that way; {@link SentCard#delivery()} says whether it
		 * was taken
		 */
		ForViewer<R> orDirectMessage();

		/**
		 * Gives the card to a route of the caller's own, if it was refused for the
		 * reasons of {@link #orDirectMessage()}; with both, if the direct message was
		 * refused too. A card is for its viewer's eyes only; what the route makes known
		 * is the caller's decision.
		 * @param route where the card goes; {@link UndeliveredCard#sentAs} makes its
		 * result, without which sending ends in an {@link IllegalStateException}. The
		 * card does not expire there
		 * @return this step, with that route
		 */
		ForViewer<R> orElse(Function<UndeliveredCard, R> route);

		/**
		 * Sends the card.
		 * @return what sending returns
		 */
		R send();

	}

}
