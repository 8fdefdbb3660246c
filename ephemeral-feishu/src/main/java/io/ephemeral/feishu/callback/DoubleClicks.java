package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Double clicks: clicks of one user on the same component of one card, with the same
 * value and form, while the first click is handled or shortly after its answer. They get
 * the answer of the first click.
 */
final class DoubleClicks {

	private static final Log logger = LogFactory.getLog(DoubleClicks.class);

	/**
	 * Maximum number of answered clicks in each of two generations, together as many as
	 * an application may have pending.
	 */
	private static final int MOST_ANSWERED = 500;

	private final Duration window;

	private final @Nullable SharedAnswers shared;

	private final Map<Use, CompletableFuture<ClickAnswer>> running = new HashMap<>();

	/** Answered clicks of the present generation. */
	private Map<Use, Answered> answered = new HashMap<>();

	/**
	 * Answered clicks of the generation before. It is dropped as a whole, because the
	 * removal of each click takes longer, and its map holds the next generation.
	 */
	private Map<Use, Answered> earlier = new HashMap<>();

	/** Start of the present generation. */
	private long since = now();

	/**
	 * Creates an empty memory.
	 * @param window time after an answer in which a click counts as the second one; zero
	 * if each click is handled
	 * @param shared answers of all instances; null for this one alone
	 */
	DoubleClicks(Duration window, @Nullable SharedAnswers shared) {
		this.window = window;
		this.shared = shared;
	}

	/**
	 * Returns the answer to a click, and handles the click unless it is the second one.
	 */
	CompletableFuture<ClickAnswer> once(CardActionEvent click, Mono<ClickAnswer> handling) {
		MessageId card = click.clickedMessage();
		CompletableFuture<ClickAnswer> answer = new CompletableFuture<>();
		if (card == null || this.window.isZero()) {
			handling.subscribe(answer::complete, answer::completeExceptionally);
			return answer;
		}
		Use use = new Use(card, click.operator(), click.component());
		CompletableFuture<ClickAnswer> earlier = begin(use, answer);
		if (earlier != null) {
			logger.debug("The click " + click.loggedId() + " repeats another one and gets its answer");
			return earlier.thenApply((first) -> ClickAnswer.repeated(first.body()));
		}
		shared(use, handling).subscribe((first) -> {
			end(use, answer);
			answer.complete(first);
		}, (error) -> {
			end(use, answer);
			answer.completeExceptionally(error);
		});
		return answer;
	}

	private Mono<ClickAnswer> shared(Use use, Mono<ClickAnswer> handling) {
		return (this.shared == null) ? handling : this.shared.doubleClick(use.text(), this.window, handling);
	}

	private synchronized @Nullable CompletableFuture<ClickAnswer> begin(Use use,
			CompletableFuture<ClickAnswer> answer) {
		Answered last = this.answered.getOrDefault(use, this.earlier.get(use));
		return (last != null && now() - last.at() < this.window.toNanos()) ? last.answer()
				: this.running.putIfAbsent(use, answer);
	}

	private synchronized void end(Use use, CompletableFuture<ClickAnswer> answer) {
		long now = now();
		this.running.remove(use);
		if (now - this.since >= this.window.toNanos() || this.answered.size() >= MOST_ANSWERED) {
			Map<Use, Answered> dropped = this.earlier;
			dropped.clear();
			this.earlier = this.answered;
			this.answered = dropped;
			this.since = now;
		}
		this.answered.put(use, new Answered(answer, now));
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Use of a component.
	 */
	private static final class Use {

		private final MessageId card;

		private final Viewer operator;

		/** Component with its name, its value and what the user entered. */
		private final JsonNode component;

		/**
		 * Hash code without the component, whose hash code is expensive. It is kept,
		 * because the ids are no longer in the cache of the processor when the use is
		 * forgotten.
		 */
		private final int hash;

		Use(MessageId card, Viewer operator, JsonNode component) {
			this.card = card;
			this.operator = operator;
			this.component = component;
			this.hash = 31 * card.hashCode() + operator.hashCode();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Use use && this.card.equals(use.card) && this.operator.equals(use.operator)
					&& this.component.equals(use.component);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

		String text() {
			return this.card + "\n" + this.operator.value() + "\n" + this.component;
		}

	}

	/**
	 * Answered click.
	 *
	 * @param answer its answer
	 * @param at time of the answer
	 */
	private record Answered(CompletableFuture<ClickAnswer> answer, long at) {
	}

}
