package io.ephemeral.feishu.ephemeral;

import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a card so far.
 *
 * @param chat where
 * @param viewer for whom
 * @param card what is shown
 * @param locale language of the viewer; the default one when absent
 * @param sender what sends it
 */
record CardSteps<R>(ChatId chat, Viewer viewer, CardContent card, @Nullable Locale locale,
		Sender<R> sender) implements ForViewer<R> {

	static <R> NewCard<R> begin(CardContent card, Sender<R> sender) {
		return (chat) -> (viewer) -> new CardSteps<>(chat, viewer, card, null, sender);
	}

	@Override
	public ForViewer<R> locale(Locale locale) {
		return new CardSteps<>(this.chat, this.viewer, this.card, locale, this.sender);
	}

	@Override
	public R send() {
		return this.sender.send(this);
	}

	/**
	 * Sends a card.
	 *
	 * @param <R> what sending returns
	 */
	interface Sender<R> {

		R send(CardSteps<R> card);

	}

}
