package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.ephemeral.NewCard.ForViewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Steps of a card whose {@code send()} blocks.
 *
 * @param card the reactive steps
 */
record BlockingSteps(ForViewer<Mono<SentCard>> card) implements ForViewer<SentCard> {

	static NewCard<SentCard> of(NewCard<Mono<SentCard>> card) {
		return (chat) -> (viewer) -> new BlockingSteps(card.chat(chat).viewer(viewer));
	}

	/**
	 * Returns the reactive steps.
	 * @throws IllegalArgumentException if the card does not come from {@code newCard}
	 */
	static ForViewer<Mono<SentCard>> reactive(ForViewer<SentCard> card) {
		Assert.isInstanceOf(BlockingSteps.class, card, "The cards of sendAll(…) must come from newCard(…)");
		return ((BlockingSteps) card).card();
	}

	@Override
	public ForViewer<SentCard> locale(Locale locale) {
		return new BlockingSteps(this.card.locale(locale));
	}

	@Override
	public ForViewer<SentCard> thread(@Nullable ThreadId thread) {
		return new BlockingSteps(this.card.thread(thread));
	}

	@Override
	public ForViewer<SentCard> maxWait(Duration duration) {
		return new BlockingSteps(this.card.maxWait(duration));
	}

	@Override
	public ForViewer<SentCard> expiresAfter(Duration duration) {
		return new BlockingSteps(this.card.expiresAfter(duration));
	}

	@Override
	public ForViewer<SentCard> orDirectMessage() {
		return new BlockingSteps(this.card.orDirectMessage());
	}

	/** Runs the route on a thread that may block. */
	@Override
	public ForViewer<SentCard> orElse(Function<UndeliveredCard, SentCard> route) {
		return new BlockingSteps(this.card.orElse((undelivered) -> Mono.fromSupplier(() -> route.apply(undelivered))
			.subscribeOn(Schedulers.boundedElastic())));
	}

	@Override
	public SentCard send() {
		return Objects.requireNonNull(EphemeralCardTemplate.await("ephemeral.send", this.card.send()));
	}

}
