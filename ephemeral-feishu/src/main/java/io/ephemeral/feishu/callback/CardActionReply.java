package io.ephemeral.feishu.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.element.CardLocale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.Assert;

/**
 * The answer to a click: a toast, a card that takes the place of the pressed one, both or
 * nothing; and what is done once the answer has left.
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
	 * Changes nothing for the user.
	 * @return an empty answer
	 */
	public static CardActionReply nothing() {
		return NOTHING;
	}

	/**
	 * Shows a toast.
	 * @param toast with the texts of any number of languages
	 * @return the answer
	 */
	public static CardActionReply toast(Toast toast) {
		return new CardActionReply(toast, null, List.of());
	}

	/**
	 * Shows a blue toast.
	 * @param content plain text
	 * @return the answer
	 */
	public static CardActionReply info(String content) {
		return toast(Toast.of(Toast.Type.INFO, content));
	}

	/**
	 * Shows a green toast.
	 * @param content plain text
	 * @return the answer
	 */
	public static CardActionReply success(String content) {
		return toast(Toast.of(Toast.Type.SUCCESS, content));
	}

	/**
	 * Shows an orange toast.
	 * @param content plain text
	 * @return the answer
	 */
	public static CardActionReply warning(String content) {
		return toast(Toast.of(Toast.Type.WARNING, content));
	}

	/**
	 * Shows a red toast.
	 * @param content plain text
	 * @return the answer
	 */
	public static CardActionReply error(String content) {
		return toast(Toast.of(Toast.Type.ERROR, content));
	}

	/**
	 * Shows a card in place of the clicked one. This is the first way to change an
	 * ephemeral card after a click. A card that many see changes for all of them.
	 * <p>
	 * The platform documents that an ephemeral card interacts like any other, and bots in
	 * production reply so. Nobody has measured what a second device of the viewer shows,
	 * or that the id of the message stays.
	 * @param card the complete card: typed, raw or a template; of the JSON version of the
	 * clicked card, because the client refuses to turn JSON 2.0 into 1.0 (200830). It is
	 * put into the {@linkplain CardActionEvent#locale() language} of the click and
	 * checked like a card that is sent
	 * @return the answer
	 */
	public static CardActionReply card(CardContent card) {
		return new CardActionReply(null, card, List.of());
	}

	/**
	 * Adds the text of the toast in another language.
	 * @param locale the language
	 * @param content plain text
	 * @return an answer that has the text too
	 */
	public CardActionReply in(CardLocale locale, String content) {
		Assert.state(this.toast != null, "There is no toast to be translated");
		return new CardActionReply(this.toast.in(locale, content), this.card, this.afterwards);
	}

	/**
	 * Shows a card in place of the clicked one, too.
	 * @param card as of {@link #card(CardContent)}
	 * @return an answer that has the card too
	 */
	public CardActionReply with(CardContent card) {
		return new CardActionReply(this.toast, card, this.afterwards);
	}

	/**
	 * Does something once the answer has left, or the client is gone: only then may the
	 * pressed card be deleted or updated. Several works run one after the other, and none
	 * after one that failed.
	 * @param work may block
	 * @return an answer that has the work too
	 */
	public CardActionReply afterwards(Runnable work) {
		return andThen((scheduler) -> ApplicationCall.run(work, scheduler));
	}

	/**
	 * Does something without blocking once the answer has left, as
	 * {@link #afterwards(Runnable)} does.
	 * @param work is called then, and may return an empty publisher
	 * @return an answer that has the work too
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
	 * The toast.
	 * @return null if none is shown
	 */
	public @Nullable Toast toast() {
		return this.toast;
	}

	/**
	 * The card that takes the place of the pressed one.
	 * @return null if it stays
	 */
	public @Nullable CardContent card() {
		return this.card;
	}

	boolean hasWork() {
		return !this.afterwards.isEmpty();
	}

	/**
	 * All that is to be done once the answer has left. For tests of handlers.
	 * @param scheduler runs what blocks
	 * @return when it is done
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
