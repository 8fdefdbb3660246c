package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Options collected so far for one send. Instances are immutable for callers, because
 * each step returns a new one. A new option needs a field, a step and a getter in this
 * class.
 */
final class CardSteps implements ForViewer<Mono<SentCard>> {

	private final ChatId chat;

	private final Viewer viewer;

	private final Function<CardSteps, Mono<SentCard>> sender;

	private CardContent card;

	private @Nullable Locale locale;

	private @Nullable ThreadId thread;

	private @Nullable Duration maxWait;

	private @Nullable Duration expiresAfter;

	private boolean directMessage;

	private @Nullable Function<UndeliveredCard, Mono<SentCard>> route;

	/**
	 * Creates steps without options.
	 * @param chat chat of the card
	 * @param viewer viewer of the card
	 * @param card card to show
	 * @param sender function that sends the card with its options
	 */
	CardSteps(ChatId chat, Viewer viewer, CardContent card, Function<CardSteps, Mono<SentCard>> sender) {
		this.chat = chat;
		this.viewer = viewer;
		this.card = card;
		this.sender = sender;
	}

	private CardSteps(CardSteps other) {
		this(other.chat, other.viewer, other.card, other.sender);
		this.locale = other.locale;
		this.thread = other.thread;
		this.maxWait = other.maxWait;
		this.expiresAfter = other.expiresAfter;
		this.directMessage = other.directMessage;
		this.route = other.route;
	}

	/**
	 * Returns the steps as an instance with readable options.
	 * @throws IllegalArgumentException if the card does not come from {@code newCard}
	 */
	static CardSteps of(ForViewer<Mono<SentCard>> card) {
		Assert.isInstanceOf(CardSteps.class, card, "The cards of sendAll(…) must come from newCard(…)");
		return (CardSteps) card;
	}

	@Override
	public CardSteps locale(@Nullable Locale locale) {
		return with((next) -> next.locale = locale);
	}

	@Override
	public CardSteps thread(@Nullable ThreadId thread) {
		return with((next) -> next.thread = thread);
	}

	@Override
	public CardSteps maxWait(Duration duration) {
		Assert.isTrue(!duration.isNegative(), () -> "The wait of a card must not be negative, but is " + duration);
		return with((next) -> next.maxWait = duration);
	}

	@Override
	public CardSteps expiresAfter(Duration duration) {
		Assert.isTrue(!duration.isNegative() && !duration.isZero(),
				() -> "The time until a card expires must be positive, but is " + duration);
		return with((next) -> next.expiresAfter = duration);
	}

	@Override
	public CardSteps orDirectMessage() {
		return with((next) -> next.directMessage = true);
	}

	@Override
	public CardSteps orElse(Function<UndeliveredCard, Mono<SentCard>> route) {
		return with((next) -> next.route = route);
	}

	@Override
	public Mono<SentCard> send() {
		return this.sender.apply(this);
	}

	/** Replaces the card with the validated one in the language of the viewer. */
	CardSteps prepared(CardContent card) {
		return with((next) -> next.card = card);
	}

	private CardSteps with(Consumer<CardSteps> change) {
		CardSteps next = new CardSteps(this);
		change.accept(next);
		return next;
	}

	SentCard sent(MessageId message, Delivery delivery) {
		return new SentCard(message, this.chat, this.viewer, delivery, this.locale, null);
	}

	UndeliveredCard undelivered(FeishuException refusal) {
		return new UndeliveredCard(this.card, this.chat, this.viewer, refusal);
	}

	ChatId chat() {
		return this.chat;
	}

	Viewer viewer() {
		return this.viewer;
	}

	CardContent card() {
		return this.card;
	}

	/** Returns the language of the viewer; null for the default language. */
	@Nullable Locale locale() {
		return this.locale;
	}

	/** Returns the thread; null outside of threads. */
	@Nullable ThreadId thread() {
		return this.thread;
	}

	/** Returns the maximum wait; null for the default. */
	@Nullable Duration maxWait() {
		return this.maxWait;
	}

	/** Returns the time until the card expires; null if it does not expire. */
	@Nullable Duration expiresAfter() {
		return this.expiresAfter;
	}

	boolean mayGoDirectly() {
		return this.directMessage;
	}

	/** Returns the route of the caller; null if there is none. */
	@Nullable Function<UndeliveredCard, Mono<SentCard>> route() {
		return this.route;
	}

}
