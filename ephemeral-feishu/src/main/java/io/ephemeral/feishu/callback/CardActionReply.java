package io.ephemeral.feishu.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.element.CardLocale;
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

	private static final CardActionReply NOTHING = new CardActionReply(null, null, List.of());

	private final @Nullable Toast toast;

	private final @Nullable CardContent card;

	private final List<Work> afterwards;

	private CardActionReply(@Nullable Toast toast, @Nullable CardContent card, List<Work> afterwards) {
		this.toast = toast;
		this.card = card;
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
		return new CardActionReply(toast, null, List.of());
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
	 * @param card the complete card: typed, raw or a template. It must have the JSON
	 * version of the clicked card, because the client refuses to replace JSON 2.0 with
	 * 1.0 (200830). It is localized in the {@linkplain CardActionEvent#locale() language}
	 * of the click, and checked like a sent card
	 * @return the reply
	 */
	public static CardActionReply card(CardContent card) {
		return new CardActionReply(null, card, List.of());
	}

	/**
	 * Adds the text of the toast in another language.
	 * @param locale the language
	 * @param content plain text
	 * @return a reply with this text too
	 */
	public CardActionReply in(CardLocale locale, String content) {
		Assert.state(this.toast != null, "The reply has no toast to translate; create the reply with a toast");
		return new CardActionReply(this.toast.in(locale, content), this.card, this.afterwards);
	}

	/**
	 * Adds a card that replaces the clicked one.
	 * @param card card, see {@link #card(CardContent)}
	 * @return a reply with the card
	 */
	public CardActionReply with(CardContent card) {
		return new CardActionReply(this.toast, card, this.afterwards);
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
	 * @param work supplier of the work; its publisher may be empty
	 * @return a reply with this work too
	 */
	public CardActionReply afterwards(Supplier<? extends Mono<?>> work) {
		return andThen((scheduler) -> ApplicationCall.defer(work).subscribeOn(scheduler));
	}

	private CardActionReply andThen(Work work) {
		List<Work> works = new ArrayList<>(this.afterwards);
		works.add(work);
		return new CardActionReply(this.toast, this.card, works);
	}

	/**
	 * Returns a reply whose work runs within a Reactor context. Values that the work
	 * would have without it win.
	 * @param context the context, such as that of the handler
	 * @return this reply if it has no work
	 */
	public CardActionReply within(ContextView context) {
		return hasWork() ? new CardActionReply(this.toast, this.card,
				this.afterwards.stream().map((work) -> within(context, work)).toList()) : this;
	}

	private static Work within(ContextView context, Work work) {
		return (scheduler) -> Mono.<Object>defer(() -> work.on(scheduler))
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

	boolean hasWork() {
		return !this.afterwards.isEmpty();
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

	private interface Work {

		Mono<?> on(Scheduler scheduler);

	}

}
