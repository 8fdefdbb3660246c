package io.ephemeral.feishu.callback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.event.MessageReceived;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Takes what the platform sends to an application: headers and bytes in, status and bytes
 * out, whatever the web server.
 * <p>
 * Nothing is read before its signature is checked, over the bytes as they came and in
 * constant time. Only the platform's check of the address counts by its verification
 * token alone. A callback that comes twice is handled once and answered twice; that is
 * remembered for as many as fit into 16 MB.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/event-subscription-guide/callback-subscription/receive-and-handle-callbacks">Receive
 * and handle callbacks</a>
 */
public final class CallbackProcessor implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(CallbackProcessor.class);

	/** Maximum number of pending clicks, and of pending events, unless another is set. */
	public static final int STANDARD_MAX_PENDING = 1000;

	private static final DataSize MEMORY = DataSize.ofMegabytes(16);

	private static final Duration WORK_AT_THE_END = Duration.ofSeconds(10);

	private static final byte[] NO_BODY = {};

	/** A ticket comes once an hour. */
	private static final int TICKET_THREADS = 4;

	/** Asks the platform to send the same event again. */
	static final int UNAVAILABLE = 503;

	/** Anybody can cause a refusal, so that not each is worth a line. */
	private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

	private final CallbackLimits limits;

	private final CallbackVerification verification;

	private final CardClicks clicks;

	private final FeishuEventListener listener;

	private final AppTicketSaver ticketSaver;

	private final Scheduler eventScheduler;

	private final Scheduler ticketScheduler = WorkerThreads.create("feishu-ticket", TICKET_THREADS);

	private final Clock clock;

	private final RecentAnswers answers = new RecentAnswers(MEMORY.toBytes());

	private final ApplicationWork work;

	private final CallbackObservations observations;

	private final RareWarning refusedEvents = new RareWarning(logger);

	private final Mono<byte[]> tooSlow;

	private final AtomicLong nextWarning = new AtomicLong(Long.MIN_VALUE);

	private CallbackProcessor(Builder builder) {
		this.limits = builder.limits;
		this.tooSlow = Mono.delay(this.limits.answer())
			.then(Mono.error(() -> new CallbackRejectedException(Reason.TOO_SLOW)));
		this.verification = new CallbackVerification(builder.keys, builder.legacy, builder.limits.age(), builder.clock);
		this.work = new ApplicationWork(builder.maxPending);
		this.observations = new CallbackObservations(builder.observations, builder.clickConvention,
				builder.afterwardsConvention, builder.eventConvention);
		Scheduler scheduler = (builder.scheduler != null) ? builder.scheduler
				: WorkerThreads.create("feishu-callback", WorkerThreads.STANDARD_MAXIMUM);
		this.clicks = new CardClicks(builder.handlers, new CardReplyWriter(builder.preparation),
				new CallbackToasts(builder.messages), builder.lateUpdate, scheduler, builder.limits.answer(), this.work,
				this.observations);
		this.listener = builder.listener;
		this.ticketSaver = builder.ticketSaver;
		this.eventScheduler = (builder.eventScheduler != null) ? builder.eventScheduler : (builder.scheduler != null)
				? scheduler : WorkerThreads.create("feishu-event", WorkerThreads.STANDARD_MAXIMUM);
		this.clock = builder.clock;
	}

	/**
	 * Starts a processor without handlers.
	 * @param keys the app's keys
	 * @return a builder
	 */
	public static Builder builder(CallbackKeys keys) {
		return new Builder(keys);
	}

	/**
	 * What is allowed.
	 * @return the limits, of which the size of a body is to be kept by who reads it
	 */
	public CallbackLimits limits() {
		return this.limits;
	}

	/**
	 * Takes a callback. What the application does with it belongs to the observation in
	 * the Reactor context, if there is one.
	 * @param headers of the request
	 * @param body of the request; a {@link CallbackRejectedException} if it is too large,
	 * and any other error if it broke off
	 * @return the response, never an error. A cancellation stops nothing
	 */
	public Mono<CallbackResponse> process(HttpHeaders headers, Mono<byte[]> body) {
		return respond(headers, Mono
			.firstWithSignal(body.defaultIfEmpty(NO_BODY).onErrorMap(CallbackProcessor::brokenOff), this.tooSlow));
	}

	/**
	 * Takes a callback whose body has arrived, as {@link #process(HttpHeaders, Mono)}
	 * does.
	 * @param headers headers of the request
	 * @param body body of the request
	 * @return the response, never an error. A cancellation stops nothing
	 */
	public Mono<CallbackResponse> process(HttpHeaders headers, byte[] body) {
		return respond(headers, Mono.just(body));
	}

	private Mono<CallbackResponse> respond(HttpHeaders headers, Mono<byte[]> body) {
		return Mono.deferContextual((context) -> body
			.flatMap((bytes) -> ApplicationCall.around(context, () -> answer(headers, bytes, context)))
			.onErrorResume((error) -> Mono.fromSupplier(() -> responseTo(error))));
	}

	private static Throwable brokenOff(Throwable error) {
		return (error instanceof CallbackRejectedException) ? error : new CallbackRejectedException(Reason.INCOMPLETE);
	}

	/**
	 * Returns the application's work that was accepted and has not ended.
	 * @return handlers, what follows replies, and listeners, in no particular order
	 */
	public List<RunningWork> running() {
		return this.work.running();
	}

	/**
	 * Accepts clicks and events, as it does from the beginning, again after
	 * {@link #close()}.
	 */
	public void open() {
		this.work.open();
	}

	/**
	 * Refuses new clicks and events: users read that too much is going on, and the
	 * platform sends events again later. Waits for handlers, {@code afterwards} and
	 * listeners, for at most 10 seconds, so that they are not cut off when the
	 * application ends. A warning names those that are.
	 */
	@Override
	public void close() {
		this.work.close(WORK_AT_THE_END);
	}

	private Mono<CallbackResponse> answer(HttpHeaders headers, byte[] body, ContextView context) {
		if (body.length > this.limits.bodySize().toBytes()) {
			throw new CallbackRejectedException(Reason.TOO_LARGE);
		}
		CallbackPayload payload = this.verification.open(headers, body);
		String challenge = payload.challenge();
		if (challenge != null) {
			return CallbackLog.logged(payload, Mono
				.just(CallbackResponse.ok(CallbackMapper.INSTANCE.writeValueAsBytes(Map.of("challenge", challenge)))));
		}
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		Mono<CallbackResponse> response = CallbackLog.logged(payload, payload.isClick()
				? click(CardActionEvent.of(payload), headers, parent) : event(FeishuEvents.read(payload), parent));
		return response.doOnCancel(() -> response.subscribe((missed) -> missed.afterwards().run()));
	}

	private Mono<CallbackResponse> click(CardActionEvent event, HttpHeaders headers, @Nullable Observation parent) {
		return this.answers.once(event.deliveryId(() -> CallbackSignature.of(headers).text()),
				() -> this.clicks.answer(event, parent));
	}

	private Mono<CallbackResponse> event(FeishuEvent event, @Nullable Observation parent) {
		// The documents say that a message can come with two event ids.
		String id = (event instanceof MessageReceived message) ? message.messageId().value() : event.id();
		return this.answers.once(id, () -> WorkObservation.within(parent, saved(event))
			.then(Mono.fromSupplier(() -> accepted(event, this.observations.event(event, parent)))));
	}

	/** A ticket that is not saved is not acknowledged, so that it comes again. */
	private Mono<Void> saved(FeishuEvent event) {
		if (!(event instanceof AppTicketReceived ticket)) {
			return Mono.empty();
		}
		return ApplicationCall.defer(() -> this.ticketSaver.save(ticket))
			.subscribeOn(this.ticketScheduler)
			.timeout(this.limits.answer(),
					Mono.error(() -> new IllegalStateException(
							"It was not saved within " + this.limits.answer().toMillis() + " ms")))
			.onErrorMap((error) -> unsaved(ticket, error));
	}

	private static Throwable unsaved(AppTicketReceived ticket, Throwable error) {
		logger.error("The app ticket of " + ticket.appId() + " was not saved, and is not acknowledged",
				ThrownError.unwrap(error));
		return new WorkRefusedException("the app ticket was not saved");
	}

	private CallbackResponse accepted(FeishuEvent event, WorkObservation observation) {
		try {
			return CallbackResponse.ok(CallbackResponse.NOTHING, tell(event, observation));
		}
		catch (WorkRefusedException ex) {
			observation.refuse();
			this.refusedEvents.log("The event " + event + " is not acknowledged: " + ex.getMessage());
			throw ex;
		}
	}

	private Runnable tell(FeishuEvent event, WorkObservation observation) {
		WorkName name = WorkName.listener(event);
		Mono<Void> listening = ApplicationCall.run(() -> this.listener.onEvent(event), this.eventScheduler);
		return this.work.listener(name,
				observation.work(listening, (error) -> logger.error(name + " failed", ThrownError.unwrap(error))));
	}

	private CallbackResponse responseTo(Throwable error) {
		if (error instanceof CallbackRejectedException rejected) {
			return refuse(rejected);
		}
		return (error instanceof WorkRefusedException) ? CallbackResponse.bare(UNAVAILABLE) : fail(error);
	}

	private CallbackResponse refuse(CallbackRejectedException ex) {
		long now = this.clock.millis();
		long next = this.nextWarning.get();
		if (now >= next && this.nextWarning.compareAndSet(next, now + BETWEEN_WARNINGS.toMillis())) {
			logger.warn(ex.getMessage());
		}
		else {
			logger.debug(ex.getMessage());
		}
		return CallbackResponse.bare(ex.reason().status());
	}

	private static CallbackResponse fail(Throwable error) {
		logger.error("A callback failed", ThrownError.unwrap(error));
		return CallbackResponse.bare(500);
	}

	/**
	 * Puts a processor together.
	 */
	public static final class Builder {

		private final CallbackKeys keys;

		private CallbackLimits limits = CallbackLimits.standard();

		private CardActionHandlers handlers = new CardActionHandlers(List.of());

		private FeishuEventListener listener = (event) -> {
		};

		private CardPreparation preparation = CardPreparation.standard();

		private CardMessages messages = CardMessages.none();

		private @Nullable LateCardUpdate lateUpdate;

		private AppTicketSaver ticketSaver = (ticket) -> Mono.empty();

		private @Nullable Scheduler scheduler;

		private @Nullable Scheduler eventScheduler;

		private int maxPending = STANDARD_MAX_PENDING;

		private boolean legacy;

		private Clock clock = Clock.systemUTC();

		private ObservationRegistry observations = ObservationRegistry.NOOP;

		private @Nullable ClickObservationConvention clickConvention;

		private @Nullable AfterwardsObservationConvention afterwardsConvention;

		private @Nullable EventObservationConvention eventConvention;

		private Builder(CallbackKeys keys) {
			this.keys = keys;
		}

		/**
		 * Sets how much, how old and how late a callback may be.
		 * @param limits the limits
		 * @return this builder
		 */
		public Builder limits(CallbackLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Sets who answers clicks.
		 * @param handlers the handlers
		 * @return this builder
		 */
		public Builder handlers(CardActionHandlers handlers) {
			this.handlers = handlers;
			return this;
		}

		/**
		 * Sets who is told of events.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(FeishuEventListener listener) {
			this.listener = listener;
			return this;
		}

		/**
		 * Sets how cards of replies are localized and checked.
		 * @param preparation that of cards that are sent
		 * @return this builder
		 */
		public Builder preparation(CardPreparation preparation) {
			this.preparation = preparation;
			return this;
		}

		/**
		 * Sets what users are told where no handler can tell them, by the codes
		 * {@code feishu.callback.toast.failed}, {@code .busy}, {@code .unknown-action},
		 * {@code .missing} and {@code .invalid}. The last two are about a field, and its
		 * name is their argument. Without a text it is English or Chinese.
		 * @param messages texts by codes, in any of the platform's languages
		 * @return this builder
		 */
		public Builder messages(CardMessages messages) {
			this.messages = messages;
			return this;
		}

		/**
		 * Sets how cards of late replies are shown; without, they are lost.
		 * @param lateUpdate the update, or null for none
		 * @return this builder
		 */
		public Builder lateUpdate(@Nullable LateCardUpdate lateUpdate) {
			this.lateUpdate = lateUpdate;
			return this;
		}

		/**
		 * Sets who saves app tickets, before they are acknowledged. Without it, nobody
		 * does.
		 * @param ticketSaver the saver
		 * @return this builder
		 */
		public Builder ticketSaver(AppTicketSaver ticketSaver) {
			this.ticketSaver = ticketSaver;
			return this;
		}

		/**
		 * Sets what runs {@code afterwards}, and listeners unless
		 * {@link #eventScheduler(Scheduler)} is set. It should not reject tasks, because
		 * {@link #maxPending(int)} bounds them. Without it, handlers and listeners have
		 * {@link WorkerThreads} of their own.
		 * @param scheduler threads that may block
		 * @return this builder
		 */
		public Builder scheduler(Scheduler scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/**
		 * Sets what runs listeners, so that no handler delays them.
		 * @param eventScheduler threads that may block
		 * @return this builder
		 */
		public Builder eventScheduler(Scheduler eventScheduler) {
			this.eventScheduler = eventScheduler;
			return this;
		}

		/**
		 * Sets how much may be pending: clicks whose handlers or {@code afterwards} run
		 * or wait, and, counted apart, events whose listeners do. Beyond it users read
		 * that too much is going on, and events are answered with the status 503, so that
		 * the platform sends them again.
		 * @param maxPending maximum number of clicks, and of events; 1,000 unless it is
		 * set
		 * @return this builder
		 */
		public Builder maxPending(int maxPending) {
			Assert.isTrue(maxPending > 0, "The maximum number of pending clicks must be positive");
			this.maxPending = maxPending;
			return this;
		}

		/**
		 * Sets whether clicks of the older shape, {@code card.action.trigger_v1}, are
		 * accepted. Their signature is SHA-1 over the verification token, which is weaker
		 * than the one of other callbacks. Default is false.
		 * @param legacy whether they are accepted
		 * @return this builder
		 */
		public Builder legacy(boolean legacy) {
			this.legacy = legacy;
			return this;
		}

		/**
		 * Sets the time by which the age of callbacks is told.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Sets who observes handlers, what follows their replies, and listeners.
		 * @param observations a registry; without it nobody does
		 * @return this builder
		 * @see ClickObservationConvention
		 * @see AfterwardsObservationConvention
		 * @see EventObservationConvention
		 */
		public Builder observations(ObservationRegistry observations) {
			this.observations = observations;
			return this;
		}

		/**
		 * Sets how clicks are described.
		 * @param convention the convention, or null for the standard
		 * @return this builder
		 */
		public Builder clickConvention(@Nullable ClickObservationConvention convention) {
			this.clickConvention = convention;
			return this;
		}

		/**
		 * Sets how what follows the reply to a click is described.
		 * @param convention the convention, or null for the standard
		 * @return this builder
		 */
		public Builder afterwardsConvention(@Nullable AfterwardsObservationConvention convention) {
			this.afterwardsConvention = convention;
			return this;
		}

		/**
		 * Sets how events are described.
		 * @param convention the convention, or null for the standard
		 * @return this builder
		 */
		public Builder eventConvention(@Nullable EventObservationConvention convention) {
			this.eventConvention = convention;
			return this;
		}

		/**
		 * Finishes the processor.
		 * @return the processor
		 */
		public CallbackProcessor build() {
			return new CallbackProcessor(this);
		}

	}

}
