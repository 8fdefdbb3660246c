package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What was said of a card so far.
 *
 * @param <R> what sending returns
 * @param chat where
 * @param viewer for whom
 * @param card what is shown
 * @param options what else was said
 * @param sender what sends it
 */
record CardSteps<R>(ChatId chat, Viewer viewer, CardContent card, SendOptions<R> options,
		Sender<R> sender) implements ForViewer<R> {

	static <R> NewCard<R> begin(CardContent card, Sender<R> sender) {
		return (chat) -> (viewer) -> new CardSteps<>(chat, viewer, card, SendOptions.none(), sender);
	}

	/**
	 * Returns a card whose options can be read.
	 * @throws IllegalArgumentException if the card does not come from {@code newCard}
	 */
	static <R> CardSteps<R> of(ForViewer<R> card) {
		Assert.isInstanceOf(CardSteps.class, card, "The cards of sendAll(…) must come from newCard(…)");
		return (CardSteps<R>) card;
	}

	@Override
	public ForViewer<R> locale(Locale locale) {
		return with(this.options.locale(locale));
	}

	@Override
	public ForViewer<R> thread(@Nullable ThreadId thread) {
		return with(this.options.thread(thread));
	}

	@Override
	public ForViewer<R> maxWait(Duration duration) {
		Assert.isTrue(!duration.isNegative(), () -> "A card cannot wait for " + duration);
		return with(this.options.maxWait(duration));
	}

	@Override
	public ForViewer<R> expiresAfter(Duration duration) {
		Assert.isTrue(!duration.isNegative() && !duration.isZero(),
				() -> "A card expires after a positive duration, not after " + duration);
		return with(this.options.expiresAfter(duration));
	}

	@Override
	public ForViewer<R> orDirectMessage() {
		return with(this.options.orDirectMessage());
	}

	@Override
	public ForViewer<R> orElse(Function<UndeliveredCard, R> route) {
		return with(this.options.orElse(route));
	}

	@Override
	public R send() {
		return this.sender.send(this);
	}

	/** The same with the card in the language of the viewer, and checked. */
	CardSteps<R> prepared(RawCard card) {
		return new CardSteps<>(this.chat, this.viewer, card, this.options, this.sender);
	}

	SentCard sent(MessageId message, Delivery delivery) {
		return new SentCard(message, this.chat, this.viewer, delivery, this.options.locale(), null);
	}

	UndeliveredCard undelivered(FeishuException refusal) {
		return new UndeliveredCard(this.card, this.chat, this.viewer, refusal);
	}

	private CardSteps<R> with(SendOptions<R> options) {
		return new CardSteps<>(this.chat, this.viewer, this.card, options, this.sender);
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
