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

	private Generation present = new Generation();

	/**
	 * Generation before. Its answered clicks are dropped together, because the removal of
	 * each click takes longer.
	 */
	private Generation earlier = new Generation();

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
		Handled own = new Handled(answer);
		Handled first = begin(use, own);
		if (first != null) {
			logger.debug("The click " + click.loggedId() + " repeats another one and gets its answer");
			return first.answer.thenApply((reply) -> ClickAnswer.repeated(reply.body()));
		}
		shared(use, handling).subscribe((reply) -> {
			end(own);
			answer.complete(reply);
		}, (error) -> {
			end(own);
			answer.completeExceptionally(error);
		});
		return answer;
	}

	private Mono<ClickAnswer> shared(Use use, Mono<ClickAnswer> handling) {
		return (this.shared == null) ? handling : this.shared.doubleClick(use.text(), this.window, handling);
	}

	/** Remembers a click, or returns the one that it repeats. */
	private synchronized @Nullable Handled begin(Use use, Handled own) {
		Handled before = this.earlier.clicks.get(use);
		Handled last = (before != null && counts(before)) ? before : this.present.add(use, own);
		if (last != null && !counts(last)) {
			this.present.replace(use, own);
			return null;
		}
		return last;
	}

	/** Returns whether another click of the same use is the second one. */
	private boolean counts(Handled click) {
		return click.generation != null || now() - click.end < this.window.toNanos();
	}

	private synchronized void end(Handled click) {
		click.end();
		if (click.end - this.since >= this.window.toNanos() || this.present.answered() >= MOST_ANSWERED) {
			Generation next = this.earlier;
			next.dropAnswered();
			this.earlier = this.present;
			this.present = next;
			this.since = click.end;
		}
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
	 * Click that is handled or answered.
	 */
	private static final class Handled {

		private final CompletableFuture<ClickAnswer> answer;

		/** Generation while the click is handled; null afterwards. */
		private @Nullable Generation generation;

		private long end;

		Handled(CompletableFuture<ClickAnswer> answer) {
			this.answer = answer;
		}

		void end() {
			this.end = now();
			if (this.generation != null) {
				this.generation.running--;
				this.generation = null;
			}
		}

	}

	/**
	 * Clicks of about the same time.
	 */
	private static final class Generation {

		private final Map<Use, Handled> clicks = new HashMap<>();

		/** Number of clicks that are handled. */
		private int running;

		/** Adds a click unless there is one of the same use, which is returned. */
		@Nullable Handled add(Use use, Handled click) {
			Handled present = this.clicks.putIfAbsent(use, click);
			if (present == null) {
				begin(click);
			}
			return present;
		}

		void replace(Use use, Handled click) {
			this.clicks.put(use, click);
			begin(click);
		}

		private void begin(Handled click) {
			click.generation = this;
			this.running++;
		}

		int answered() {
			return this.clicks.size() - this.running;
		}

		void dropAnswered() {
			if (this.running == 0) {
				this.clicks.clear();
			}
			else {
				this.clicks.values().removeIf((click) -> click.generation == null);
			}
		}

	}

}
