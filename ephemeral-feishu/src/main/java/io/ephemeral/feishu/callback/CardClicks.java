package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.Assert;

/**
 * Dispatcher of clicks to handlers. A late handler continues in the background, while the
 * user's client gets an empty reply instead of an error.
 */
final class CardClicks {

	private static final Log logger = LogFactory.getLog(CardClicks.class);

	/** Pattern of texts from a client that may appear in a log. */
	static final Pattern PLAIN = Pattern.compile("[\\w.:/-]{1,64}");

	private final CardActionHandlers handlers;

	private final SealedClicks seals;

	private final DoubleClicks doubles;

	private final CardReplyWriter writer;

	private final CallbackToasts toasts;

	private final @Nullable LateCardUpdate lateUpdate;

	private final Scheduler scheduler;

	private final ApplicationWork work;

	private final CallbackObservations observations;

	private final RareWarning busy = new RareWarning(logger);

	private final RareWarning forged = new RareWarning(logger);

	CardClicks(CardActionHandlers handlers, SealedClicks seals, DoubleClicks doubles, CardReplyWriter writer,
			CallbackToasts toasts, @Nullable LateCardUpdate lateUpdate, Scheduler scheduler, ApplicationWork work,
			CallbackObservations observations) {
		this.handlers = handlers;
		this.seals = seals;
		this.doubles = doubles;
		this.writer = writer;
		this.toasts = toasts;
		this.lateUpdate = lateUpdate;
		this.scheduler = scheduler;
		this.work = work;
		this.observations = observations;
	}

	/**
	 * Starts the handler immediately, unless the click is the second one of a double
	 * click.
	 */
	Mono<CallbackResponse> answer(CardActionEvent event, Turn turn) {
		String action = event.action();
		CardActionHandler handler = this.handlers.find(action);
		if (handler == null || action == null) {
			return turn.start(ApplicationCall.defer(() -> this.writer.write(unhandled(event), event)))
				.map(CallbackResponse::reply);
		}
		return answer(new Click(event, handler, action, WorkName.handler(handler, action, event),
				this.observations.click(event, action, turn.parent())), turn);
	}

	private Mono<CallbackResponse> answer(Click click, Turn turn) {
		// The future continues if the reply is late.
		CompletableFuture<ClickAnswer> future = this.doubles.once(click.event(), turn.start(handle(click)));
		if (future.isDone() && !future.isCompletedExceptionally()) {
			return Mono.just(timely(future.join(), click));
		}
		Mono<ClickAnswer> answer = Mono.fromFuture(future, true);
		// First chooses a signal, then creates the response, because both signals may
		// come at the same time.
		Mono<Optional<ClickAnswer>> timely = answer.map(Optional::of);
		Mono<Optional<ClickAnswer>> late = Mono.delay(turn.patience()).thenReturn(Optional.empty());
		return Mono.firstWithSignal(timely, late)
			.map((first) -> first.isPresent() ? timely(first.get(), click) : late(answer, click));
	}

	private Mono<ClickAnswer> handle(Click click) {
		Mono<CardActionReply> reply = this.work.handler(click.name(), this.seals.handle(click.event(),
				(event) -> ApplicationCall.defer(() -> click.handler().handle(event))));
		return click.observation()
			.during(reply.defaultIfEmpty(CardActionReply.nothing())
				.flatMap((answer) -> replied(answer, click))
				.onErrorResume((error) -> Mono.defer(() -> failed(error, click))));
	}

	private Mono<ClickAnswer> failed(Throwable error, Click click) {
		CardActionReply toast = explain(error, click);
		RecordForm<?> form = SubmittedForm.shownAgain(error);
		return (form != null) ? again(form, toast, click) : write(toast, click);
	}

	/**
	 * Shows a form again, or a toast if this is impossible, for example because the card
	 * is too large with what the user typed.
	 */
	private Mono<ClickAnswer> again(RecordForm<?> form, CardActionReply toast, Click click) {
		return write(CardActionReply.card(form), click).onErrorResume(InvalidCardException.class, (ex) -> {
			logger.debug("The form is not shown again after " + click.name() + ": " + ex.getMessage());
			return write(toast, click);
		});
	}

	private Mono<ClickAnswer> replied(CardActionReply reply, Click click) {
		Assert.state(!reply.hasResult() || canUpdate(click),
				"A working(…) reply needs a late update, for which there is no LateCardUpdate or no token");
		return click.observation().ending(write(reply, click), "replied");
	}

	/** Writes a reply. Without a card, no code of the application runs. */
	private Mono<ClickAnswer> write(CardActionReply reply, Click click) {
		return (reply.card() == null) ? Mono.just(new ClickAnswer(reply, CardReplyWriter.withoutCard(reply)))
				: ApplicationCall.<byte[]>defer(() -> this.writer.write(reply, click.event()))
					.map((body) -> new ClickAnswer(reply, body));
	}

	private CallbackResponse timely(ClickAnswer answer, Click click) {
		if (!answer.reply().hasWork()) {
			return CallbackResponse.reply(answer.body());
		}
		return CallbackResponse.reply(answer.body(), this.work.afterwards(click.name().afterwards(),
				afterwards(result(answer.reply(), click).then(answer.reply().work(this.scheduler)), click)));
	}

	private CallbackResponse late(Mono<ClickAnswer> answer, Click click) {
		logger.debug(click.name() + " is late and continues in the background");
		WorkName name = click.name().afterwards();
		Mono<Void> rest = answer.map(ClickAnswer::reply)
			.filter((reply) -> reply.card() != null || reply.hasWork())
			.flatMap((reply) -> this.work.lateWork(name,
					afterwards(lateCard(reply, click).then(reply.work(this.scheduler)), click)));
		return CallbackResponse.reply(CallbackResponse.NOTHING, this.work.afterLateReply(name, rest));
	}

	/** Shows the card of a late reply, or its result, because that is late anyway. */
	private Mono<Void> lateCard(CardActionReply reply, Click click) {
		CardContent card = reply.card();
		if (card == null || reply.hasResult()) {
			return result(reply, click);
		}
		if (!canUpdate(click)) {
			logger.warn(click.name() + " replied too late, so its card was not shown");
			return Mono.empty();
		}
		return update(card, click).onErrorResume((error) -> Mono.fromRunnable(
				() -> logger.error(click.name() + " replied with a card too late, and the update of the card failed",
						ThrownError.unwrap(error))));
	}

	/**
	 * Shows the result of a reply that has one. If this fails, the second update that the
	 * platform permits shows that it failed.
	 */
	private Mono<Void> result(CardActionReply reply, Click click) {
		return !reply.hasResult() ? Mono.empty() : reply.result(this.scheduler)
			.switchIfEmpty(
					Mono.error(() -> new IllegalStateException("The work of a working(…) reply returned no card")))
			.flatMap((card) -> update(card, click))
			.onErrorResume(
					(error) -> update(this.toasts.failedCard(), click).onErrorComplete().then(Mono.error(error)));
	}

	private boolean canUpdate(Click click) {
		return this.lateUpdate != null && click.event().token() != null;
	}

	private Mono<Void> update(CardContent card, Click click) {
		LateCardUpdate lateUpdate = Objects.requireNonNull(this.lateUpdate);
		return ApplicationCall.defer(() -> lateUpdate.update(click.event(), card));
	}

	private Mono<Void> afterwards(Mono<Void> work, Click click) {
		return this.observations.afterwards(click.event(), click.action(), click.observation().current())
			.work(work, (error) -> logger.error(click.name().afterwards() + " failed", ThrownError.unwrap(error)));
	}

	private CardActionReply unhandled(CardActionEvent event) {
		String action = event.action();
		if (action == null) {
			// Fields outside of forms send a callback on each use.
			logger.debug("The click " + event.loggedId() + " names no action");
			return CardActionReply.nothing();
		}
		logger.warn("There is no @CardAction"
				+ (PLAIN.matcher(action).matches() ? "(\"" + action + "\") for" : " for the action of") + " the click "
				+ event.loggedId());
		return CardActionReply.toast(this.toasts.unknownAction());
	}

	private CardActionReply explain(Throwable error, Click click) {
		WorkObservation observation = click.observation();
		if (error instanceof FormBindingException binding && binding.isOfForm()) {
			observation.end("form_refused");
			logger.debug(click.name() + " did not run: " + binding.getMessage());
			return CardActionReply.toast(this.toasts.of(binding));
		}
		if (error instanceof InvalidFormException invalid) {
			observation.end("form_refused");
			return CardActionReply.toast(invalid.toast());
		}
		if (error instanceof SealRefusedException refused) {
			return refuse(refused, click);
		}
		if (error instanceof WorkRefusedException) {
			observation.end("busy");
			this.busy.log(click.name() + " did not run: " + error.getMessage());
			return CardActionReply.toast(this.toasts.busy());
		}
		observation.fail(error);
		observation.log(() -> logger.error(click.name() + " failed", ThrownError.unwrap(error)));
		return CardActionReply.toast(this.toasts.failed());
	}

	private CardActionReply refuse(SealRefusedException refused, Click click) {
		click.observation().end("seal_" + refused.reason().name().toLowerCase(Locale.ROOT));
		String message = click.name() + " did not run: " + refused.getMessage();
		if (refused.reason() == Reason.FORGED) {
			this.forged.log(message);
		}
		else {
			logger.debug(message);
		}
		return CardActionReply.toast(this.toasts.of(refused));
	}

	/**
	 * Conditions under which a click is answered.
	 *
	 * @param patience time after which a handler is late
	 * @param handlers scheduler on which a handler starts; null for the calling thread
	 * @param parent observation of the click; null for none
	 */
	record Turn(Duration patience, @Nullable Scheduler handlers, @Nullable Observation parent) {

		private <T> Mono<T> start(Mono<T> handling) {
			return (this.handlers != null) ? handling.subscribeOn(this.handlers) : handling;
		}

	}

	/**
	 * Click with its handler.
	 *
	 * @param event the click
	 * @param handler the handler
	 * @param action action of the click
	 * @param name name of the handler in logs
	 * @param observation observation of the handler
	 */
	private record Click(CardActionEvent event, CardActionHandler handler, String action, WorkName name,
			WorkObservation observation) {
	}

}
