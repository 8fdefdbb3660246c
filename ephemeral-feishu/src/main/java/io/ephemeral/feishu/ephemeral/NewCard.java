package io.ephemeral.feishu.ephemeral;

import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;

/**
 * A card on its way. The steps come in one order, so that the compiler asks for what is
 * missing, and a card has one viewer. Each step may be kept and used again.
 *
 * @param <R> what sending returns: a {@link SentCard}, or a publisher of one
 */
public interface NewCard<R> {

	/**
	 * Says where.
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
		 * Says for whom.
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
		 * Sends the card.
		 * @return what sending returns
		 */
		R send();

	}

}
