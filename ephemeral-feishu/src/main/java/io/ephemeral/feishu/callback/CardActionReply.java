package io.ephemeral.feishu.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MarkdownText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

/**
 * Reply to a click: a toast, a card that replaces the clicked one, both or nothing, and
 * work that starts once the reply has left.
 */
public final class CardActionReply {

	private static final CardActionReply NOTHING = new CardActionReply(null, null, null, List.of());

	private final @Nullable Toast toast;

	private final @Nullable CardContent card;

	private final @Nullable Work<? extends CardContent> result;

	private final List<Work<?>> afterwards;

	private CardActionReply(@Nullable Toast toast, @Nullable CardContent card,
			@Nullable Work<? extends CardContent> result, List<Work<?>> afterwards) {
		this.toast = toast;
		this.card = card;
		this.result = result;
		this.afterwards = List.copyOf(afterwards);
	}

	/**
	 * Creates a reply without an effect for the user.
	 * @return an empty reply
	 */
	public static CardActionReply nothing() {
		return NOTHING;
	}

	/**
	 * Creates a reply with a toast.
	 * @param toast toast with texts in any number of languages
	 * @return the reply
	 */
	public static CardActionReply toast(Toast toast) {
		return new CardActionReply(toast, null, null, List.of());
	}

	/**
	 * Creates a reply with a blue toast.
	 * @param content plain text
	 * @return the reply
	 */
	public static CardActionReply info(String content) {
		return toast(Toast.of(Toast.Type.INFO, content));
	}

	/**
	 * Creates a reply with a green toast.
	 * @param content plain text
	 * @return the reply
	 */
	public static CardActionReply success(String content) {
		return toast(Toast.of(Toast.Type.SUCCESS, content));
	}

	/**
	 * Creates a reply with an orange toast.
	 * @param content plain text
	 * @return the reply
	 */
	public static CardActionReply warning(String content) {
		return toast(Toast.of(Toast.Type.WARNING, content));
	}

	/**
	 * Creates a reply with a red toast.
	 * @param content plain text
	 * @return the reply
	 */
	public static CardActionReply error(String content) {
		return toast(Toast.of(Toast.Type.ERROR, content));
	}

	/**
	 * Creates a reply with a card that replaces the clicked one. This is the preferred
	 * way to change an ephemeral card after a click. A public card changes for all
	 * members.
	 * <p>
	 * According to the documentation, clicks on an ephemeral card work like clicks on any
	 * other card, and bots in production reply in this way. It is not known what a second
	 * device of the viewer shows, or whether the message id stays the same.
	 * @param card the complete card: typed, composed, raw or a template. It must have the
	 * JSON version of the clicked card, because the client refuses to replace JSON 2.0
	 * with 1.0 (200830). It is localized in the {@linkplain CardActionEvent#locale()
	 * language} of the click, and checked like a sent card
	 * @return the reply
	 */
	public static CardActionReply card(CardContent card) {
		return new CardActionReply(null, card, null, List.of());
	}

	/**
	 * Creates a reply to a click that takes longer than the platform waits. A card with
	 * the text takes the place of the clicked one at once, so that nobody clicks again.
	 * The card of {@link Working#then} takes its place when the work is done.
	 * <p>
	 * If the work fails, the user reads that it did not work. The work should end within
	 * 30 minutes, because the late update is not possible later. It is not known whether
	 * the platform accepts the late update of an ephemeral card.
	 * @param text plain text, such as {@code Looking it up…}
	 * @return the first half of the reply
	 */
	public static Working working(String text) {
		return working(Card.builder().add(Markdown.of(MarkdownText.escape(text))).build());
	}

	/**
	 * Creates a reply to a click that takes longer than the platform waits, like
	 * {@link #working(String)}, with a card of your own.
	 * @param card card to show meanwhile, such as the clicked one with disabled buttons
	 * @return the first half of the reply
	 */
	public static Working working(CardContent card) {
		return new Working(card);
	}

	/**
	 * Adds the text of the toast in another language.
	 * @param locale the language
	 * @param content plain text
	 * @return a reply with this text too
	 */
	public CardActionReply in(CardLocale locale, String content) {
		Assert.state(this.toast != null, "The reply has no toast to translate; create the reply with a toast");
		return new CardActionReply(this.toast.in(locale, content), this.card, this.result, this.afterwards);
	}

	/**
	 * Adds a card that replaces the clicked one.
	 * @param card card, see {@link #card(CardContent)}
	 * @return a reply with the card
	 */
	public CardActionReply with(CardContent card) {
		return new CardActionReply(this.toast, card, this.result, this.afterwards);
	}

	/**
	 * Adds work that runs once the reply has left or the connection is closed. Delete or
	 * update the clicked card only in such work. Several pieces of work run one after
	 * another; after a failure, the rest does not run.
	 * @param work work, which may block
	 * @return a reply with this work too
	 */
	public CardActionReply afterwards(Runnable work) {
		return andThen((scheduler) -> ApplicationCall.run(work, scheduler));
	}

	/**
	 * Adds reactive work that runs once the reply has left, like
	 * {@link #afterwards(Runnable)}.
	 * @param work publisher that does the work when it is subscribed to; it may be empty
	 * @return a reply with this work too
	 */
	public CardActionReply afterwards(Mono<?> work) {
		return andThen((scheduler) -> ApplicationCall.defer(() -> work).subscribeOn(scheduler));
	}

	/**
	 * Adds reactive work that runs once the reply has left, like
	 * {@link #afterwards(Runnable)}. In Kotlin, a lambda is always a {@link Runnable}, so
	 * use {@link #afterwards(Mono)} there.
	 * @param <T> type of the publisher
	 * @param work supplier of the work; its publisher may be empty
	 * @return a reply with this work too
	 */
	public <T extends Mono<?>> CardActionReply afterwards(Supplier<T> work) {
		return andThen((scheduler) -> ApplicationCall.defer(work).subscribeOn(scheduler));
	}

	private CardActionReply andThen(Work<?> work) {
		List<Work<?>> works = new ArrayList<>(this.afterwards);
		works.add(work);
		return new CardActionReply(this.toast, this.card, this.result, works);
	}

	/**
	 * Returns a reply whose work runs within a Reactor context. Values that the work
	 * would have without it win.
	 * @param context the context, such as that of the handler
	 * @return this reply if it has no work
	 */
	public CardActionReply within(ContextView context) {
		Work<? extends CardContent> result = this.result;
		return hasWork() ? new CardActionReply(this.toast, this.card, (result != null) ? within(context, result) : null,
				this.afterwards.stream().<Work<?>>map((work) -> within(context, work)).toList()) : this;
	}

	private static <T> Work<T> within(ContextView context, Work<T> work) {
		return (scheduler) -> Mono.<T>defer(() -> work.on(scheduler))
			.contextWrite((outer) -> Context.of(context).putAll(outer.readOnly()));
	}

	/**
	 * Returns the toast.
	 * @return the toast; null if there is none
	 */
	public @Nullable Toast toast() {
		return this.toast;
	}

	/**
	 * Returns the card that replaces the clicked one.
	 * @return the card; null if the clicked one stays
	 */
	public @Nullable CardContent card() {
		return this.card;
	}

	/** Returns the reply to a click that is answered together with another one. */
	CardActionReply withoutWork() {
		return new CardActionReply(this.toast, this.card, null, List.of());
	}

	boolean hasWork() {
		return hasResult() || !this.afterwards.isEmpty();
	}

	/** Returns whether another card follows the reply. */
	boolean hasResult() {
		return this.result != null;
	}

	/**
	 * Returns the card that follows a {@linkplain #working(String) working} reply, for
	 * tests of handlers.
	 * @param scheduler scheduler that runs blocking work
	 * @return a publisher of the card; empty if the reply is of another kind
	 */
	public Mono<CardContent> result(Scheduler scheduler) {
		return (this.result != null) ? this.result.on(scheduler).map((card) -> card) : Mono.empty();
	}

	/**
	 * Returns all work after the reply, for tests of handlers.
	 * @param scheduler scheduler that runs blocking work
	 * @return a publisher that completes once the work is done
	 */
	public Mono<Void> work(Scheduler scheduler) {
		return Flux.fromIterable(this.afterwards).concatMap((work) -> work.on(scheduler)).then();
	}

	@Override
	public String toString() {
		return "CardActionReply[" + this.toast + ", " + this.card + "]";
	}

	/**
	 * Work after a reply.
	 *
	 * @param <T> type of its result
	 */
	private interface Work<T> {

		Mono<? extends T> on(Scheduler scheduler);

	}

	/**
	 * First half of a reply to a click that takes long. The second half is the work.
	 */
	public static final class Working {

		private final CardContent card;

		private Working(CardContent card) {
			this.card = card;
		}

		/**
		 * Sets the work, which starts once the reply has left.
		 * @param result code that returns the card to show in the end; it may block, and
		 * must not return null
		 * @return the reply
		 */
		public CardActionReply then(Callable<? extends CardContent> result) {
			return then((Work<CardContent>) (scheduler) -> ApplicationCall.call(result, scheduler));
		}

		/**
		 * Sets reactive work, which starts once the reply has left.
		 * @param result publisher of the card to show in the end, which must not be empty
		 * @return the reply
		 */
		public CardActionReply then(Mono<? extends CardContent> result) {
			return then((Work<CardContent>) (scheduler) -> ApplicationCall.<CardContent>defer(() -> result)
				.subscribeOn(scheduler));
		}

		private CardActionReply then(Work<CardContent> result) {
			return new CardActionReply(null, this.card, result, List.of());
		}

	}

}
