package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.CardContent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Lets handlers answer clicks. A handler that is late goes on in the background, while
 * the user's client gets an empty answer instead of an error.
 */
final class CardClicks {

	private static final Log logger = LogFactory.getLog(CardClicks.class);

	/** What may stand in a log, although it comes from a client. */
	private static final Pattern PLAIN = Pattern.compile("[\\w.:/-]{1,64}");

	private final CardActionHandlers handlers;

	private final CardReplyWriter writer;

	private final CallbackToasts toasts;

	private final @Nullable LateCardUpdate lateUpdate;

	private final Scheduler scheduler;

	private final Duration patience;

	private final BackgroundWork background;

	private final ClickObservation observation;

	CardClicks(CardActionHandlers handlers, CardReplyWriter writer, CallbackToasts toasts,
			@Nullable LateCardUpdate lateUpdate, Scheduler scheduler, Duration patience, BackgroundWork background,
			ClickObservation observation) {
		this.handlers = handlers;
		this.writer = writer;
		this.toasts = toasts;
		this.lateUpdate = lateUpdate;
		this.scheduler = scheduler;
		this.patience = patience;
		this.background = background;
		this.observation = observation;
	}

	/**
	 * Lets the handler answer, at once.
	 */
	Mono<CallbackResponse> answer(CardActionEvent event) {
		// Goes on when it is late.
		CompletableFuture<@Nullable Answer> future = handle(event).toFuture();
		Mono<Answer> answer = Mono.fromFuture(future, true);
		if (future.isDone()) {
			return answer.map((timely) -> timely(timely, event));
		}
		return Mono.firstWithSignal(answer.map((timely) -> timely(timely, event)),
				Mono.delay(this.patience).map((late) -> late(answer, event)));
	}

	private Mono<Answer> handle(CardActionEvent event) {
		String action = event.action();
		CardActionHandler handler = this.handlers.find(action);
		return ((handler != null && action != null)
				? this.observation.of(action, Mono.defer(() -> handler.handle(event)))
				: Mono.fromSupplier(() -> unhandled(event)))
			.defaultIfEmpty(CardActionReply.nothing())
			.map((reply) -> write(reply, event))
			.onErrorResume((error) -> Mono.fromSupplier(() -> write(explain(error, event), event)));
	}

	private Answer write(CardActionReply reply, CardActionEvent event) {
		return new Answer(reply, this.writer.write(reply, event));
	}

	private CallbackResponse timely(Answer answer, CardActionEvent event) {
		if (!answer.reply().hasWork()) {
			return CallbackResponse.ok(answer.body());
		}
		return CallbackResponse.ok(answer.body(), inBackground(answer.reply().work(this.scheduler), event));
	}

	private CallbackResponse late(Mono<Answer> answer, CardActionEvent event) {
		logger.debug("The handler of the click " + event.id() + " is late, and goes on in the background");
		Mono<Void> work = answer.map(Answer::reply)
			.flatMap((reply) -> Mono.defer(() -> update(reply.card(), event))
				.onErrorResume((error) -> Mono.fromRunnable(() -> logger.error(
						"The card that answers the click " + event.id() + " came too late and was not shown", error)))
				.then(reply.work(this.scheduler)));
		return CallbackResponse.ok(CallbackResponse.NOTHING, inBackground(work, event));
	}

	private Mono<Void> update(@Nullable CardContent card, CardActionEvent event) {
		if (card == null) {
			return Mono.empty();
		}
		if (this.lateUpdate == null || event.token() == null) {
			logger.warn("The card that answers the click " + event.id() + " came too late to be shown");
			return Mono.empty();
		}
		return this.lateUpdate.update(event, card);
	}

	private Runnable inBackground(Mono<Void> work, CardActionEvent event) {
		return this.background.once(work.onErrorResume((error) -> Mono.fromRunnable(
				() -> logger.error("The work after the answer to the click " + event.id() + " failed", error))));
	}

	private CardActionReply unhandled(CardActionEvent event) {
		String action = event.action();
		if (action == null) {
			// Fields outside of forms call back whenever they are used.
			logger.debug("The click " + event.id() + " names no action");
			return CardActionReply.nothing();
		}
		logger.warn(
				"There is no @CardAction" + (PLAIN.matcher(action).matches() ? "(\"" + action + "\")" : " of the name")
						+ " for the click " + event.id());
		return CardActionReply.toast(this.toasts.unknownAction());
	}

	private CardActionReply explain(Throwable error, CardActionEvent event) {
		if (error instanceof FormBindingException binding) {
			logger.debug("The form of the click " + event.id() + " was not taken: " + binding.getMessage());
			return CardActionReply.toast(this.toasts.of(binding));
		}
		if (error instanceof InvalidFormException invalid) {
			return CardActionReply.toast(invalid.toast());
		}
		if (error instanceof RejectedExecutionException) {
			logger.warn("The click " + event.id() + " was not handled, because too many are");
			return CardActionReply.toast(this.toasts.busy());
		}
		logger.error("The handler of the click " + event.id() + " failed", error);
		return CardActionReply.toast(this.toasts.failed());
	}

	/**
	 * What a handler has said, and how it is written.
	 *
	 * @param reply said
	 * @param body written
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Answer(CardActionReply reply, byte[] body) {
	}

}
