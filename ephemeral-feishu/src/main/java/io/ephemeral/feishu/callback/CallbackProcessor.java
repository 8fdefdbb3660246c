package io.ephemeral.feishu.callback;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.seal.SealOpener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Processor of callbacks. It reads headers and bytes, returns status and bytes, and works
 * with any web server.
 * <p>
 * It checks the signature of the original bytes before it reads the body, and compares it
 * in constant time. Only the platform's check of the address may have no signature; its
 * verification token is checked. A callback that arrives twice is handled once and gets
 * the same response twice. For this, the processor keeps up to 16 MB of replies to clicks
 * and 32 MB of event ids, each for at most 8 hours.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/event-subscription-guide/callback-subscription/receive-and-handle-callbacks">Receive
 * and handle callbacks</a>
 */
public final class CallbackProcessor implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(CallbackProcessor.class);

	/** Default maximum number of pending clicks, and of pending events. */
	public static final int STANDARD_MAX_PENDING = 1000;

	/** Default time after a reply in which a second click gets the same reply. */
	public static final Duration STANDARD_DOUBLE_CLICK = Duration.ofMillis(500);

	/** For some 60,000 clicks without a card in the reply. */
	private static final DataSize MEMORY_OF_CLICKS = DataSize.ofMegabytes(16);

	/** For some 100,000 events. */
	private static final DataSize MEMORY_OF_EVENTS = DataSize.ofMegabytes(32);

	/** The platform sends an event up to 7 hours after the first attempt. */
	private static final Duration AGE_OF_EVENTS = Duration.ofHours(8);

	private static final Duration WORK_AT_THE_END = Duration.ofSeconds(10);

	private static final byte[] NO_BODY = {};

	/**
	 * Number of threads for saving app tickets; small, because a ticket arrives once an
	 * hour.
	 */
	private static final int TICKET_THREADS = 4;

	/** Status after which the platform sends the same event again. */
	static final int UNAVAILABLE = 503;

	/**
	 * Minimum time between two warnings about refusals, because anyone can cause
	 * refusals.
	 */
	private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

	private final CallbackLimits limits;

	/** Null without keys, which a long connection does not need. */
	private final @Nullable CallbackVerification verification;

	private final CardClicks clicks;

	private final FeishuEventListener listener;

	private final AppTicketSaver ticketSaver;

	private final Scheduler eventScheduler;

	private final Scheduler ticketScheduler = WorkerThreads.create("feishu-ticket", TICKET_THREADS);

	private final Clock clock;

	private final RecentAnswers clickAnswers;

	private final RecentAnswers eventAnswers;

	/** Null without a store, so that nothing is added to a callback. */
	private final @Nullable SharedAnswers sharedAnswers;

	private final ApplicationWork work;

	private final CallbackObservations observations;

	private final RareWarning refusedEvents = new RareWarning(logger);

	private final Mono<byte[]> tooSlow;

	private final AtomicLong nextWarning = new AtomicLong(Long.MIN_VALUE);

	private CallbackProcessor(Builder builder) {
		this.limits = builder.limits;
		this.tooSlow = Mono.delay(this.limits.answer())
			.then(Mono.error(() -> new CallbackRejectedException(Reason.TOO_SLOW)));
		this.verification = (builder.keys != null)
				? new CallbackVerification(builder.keys, builder.legacy, builder.limits.age(), builder.clock) : null;
		this.clickAnswers = new RecentAnswers(MEMORY_OF_CLICKS.toBytes(), AGE_OF_EVENTS);
		this.eventAnswers = new RecentAnswers(MEMORY_OF_EVENTS.toBytes(), AGE_OF_EVENTS);
		this.sharedAnswers = builder.answers.equals(AnswerStore.none()) ? null
				: new SharedAnswers(builder.answers, builder.limits.answer());
		this.work = new ApplicationWork(builder.maxPending);
		this.observations = new CallbackObservations(builder.observations, builder.clickConvention,
				builder.afterwardsConvention, builder.eventConvention);
		Scheduler scheduler = (builder.scheduler != null) ? builder.scheduler
				: WorkerThreads.create("feishu-callback", WorkerThreads.STANDARD_MAXIMUM);
		this.clicks = new CardClicks(builder.handlers, new SealedClicks(builder.seals, this.sharedAnswers),
				new DoubleClicks(builder.doubleClick, this.sharedAnswers), new CardReplyWriter(builder.preparation),
				new CallbackToasts(builder.messages), builder.lateUpdate, scheduler, this.work, this.observations);
		this.listener = builder.listener;
		this.ticketSaver = builder.ticketSaver;
		this.eventScheduler = (builder.eventScheduler != null) ? builder.eventScheduler : (builder.scheduler != null)
				? scheduler : WorkerThreads.createForEvents("feishu-event", WorkerThreads.STANDARD_MAXIMUM);
		this.clock = builder.clock;
	}

	/**
	 * Creates a builder of a processor without handlers.
	 * @param keys keys of the app
	 * @return a builder
	 */
	public static Builder builder(CallbackKeys keys) {
		return new Builder(keys);
	}

	/**
	 * Creates a builder of a processor without keys and handlers. It accepts only what
	 * arrives over a connection to the platform.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(null);
	}

	/**
	 * Returns the limits of callbacks.
	 * @return the limits; the code that reads a body must keep the size limit
	 */
	public CallbackLimits limits() {
		return this.limits;
	}

	/**
	 * Processes a callback. The work of the application belongs to the observation in the
	 * Reactor context, if there is one.
	 * @param headers headers of the request
	 * @param body body of the request; fails with a {@link CallbackRejectedException} if
	 * the body is too large, and with any other error if it is incomplete
	 * @return the response, never an error; a cancellation does not stop the work
	 */
	public Mono<CallbackResponse> process(HttpHeaders headers, Mono<byte[]> body) {
		return respond(headers, Mono
			.firstWithSignal(body.defaultIfEmpty(NO_BODY).onErrorMap(CallbackProcessor::brokenOff), this.tooSlow));
	}

	/**
	 * Processes a callback with a complete body, like
	 * {@link #process(HttpHeaders, Mono)}.
	 * @param headers headers of the request
	 * @param body body of the request
	 * @return the response, never an error; a cancellation does not stop the work
	 */
	public Mono<CallbackResponse> process(HttpHeaders headers, byte[] body) {
		Delivery delivery = delivery(headers);
		return Mono.deferContextual((context) -> respond(body, delivery, context));
	}

	/**
	 * Processes an event or a click that arrived over a connection to the platform. It is
	 * neither signed nor encrypted, so it must not come from anywhere else.
	 * @param payload JSON of the event or click
	 * @param handlers scheduler on which the handler of a click starts; the rest runs on
	 * the calling thread and does not block
	 * @return the response, never an error; a cancellation stops nothing. An event is
	 * accepted before this method returns, whether anyone subscribes or not
	 */
	public Mono<CallbackResponse> process(byte[] payload, Scheduler handlers) {
		return respond(payload,
				new Delivery(CallbackProcessor::delivered, CallbackProcessor::withoutSignature, handlers),
				Context.empty());
	}

	private Mono<CallbackResponse> respond(HttpHeaders headers, Mono<byte[]> body) {
		Delivery delivery = delivery(headers);
		return Mono.deferContextual((context) -> body.flatMap((bytes) -> respond(bytes, delivery, context))
			.onErrorResume((error) -> Mono.fromSupplier(() -> responseTo(error))));
	}

	private Delivery delivery(HttpHeaders headers) {
		CallbackVerification verification = this.verification;
		Assert.state(verification != null,
				"Callbacks over HTTP need keys; set feishu.callback.encrypt-key and feishu.callback.verification-token");
		return new Delivery((bytes) -> verification.open(headers, bytes), () -> CallbackSignature.of(headers).text(),
				null);
	}

	/**
	 * Responds to a callback. In the usual case, the response to an event is complete, so
	 * that it needs no operators.
	 */
	private Mono<CallbackResponse> respond(byte[] body, Delivery delivery, ContextView context) {
		try {
			Mono<CallbackResponse> answer = ApplicationCall.around(context, () -> answer(body, delivery, context));
			return isComplete(answer) ? answer
					: answer.onErrorResume((error) -> Mono.fromSupplier(() -> responseTo(error)));
		}
		catch (RuntimeException ex) {
			return Mono.just(responseTo(ex));
		}
	}

	private static boolean isComplete(Mono<CallbackResponse> answer) {
		return answer instanceof Fuseable.ScalarCallable<?>;
	}

	private static CallbackPayload delivered(byte[] payload) {
		CallbackPayload callback = CallbackPayload.of(CallbackPayload.read(payload), false);
		if (callback.challenge() != null) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
		return callback;
	}

	private static String withoutSignature() {
		throw new CallbackRejectedException(Reason.MALFORMED);
	}

	private static Throwable brokenOff(Throwable error) {
		return (error instanceof CallbackRejectedException) ? error : new CallbackRejectedException(Reason.INCOMPLETE);
	}

	/**
	 * Returns the work of the application that was accepted and has not ended.
	 * @return handlers, work after replies, and listeners, in no particular order
	 */
	public List<RunningWork> running() {
		return this.work.running();
	}

	/**
	 * Accepts clicks and events again after {@link #close()}. A new processor accepts
	 * them from the start.
	 */
	public void open() {
		this.work.open();
	}

	/**
	 * Refuses new clicks and events: users see a toast that the app is busy, and the
	 * platform sends events again later. Waits up to 10 seconds for handlers,
	 * {@code afterwards} and listeners, so that they can end before the application. A
	 * warning names work that has not ended by then.
	 */
	@Override
	public void close() {
		this.work.close(WORK_AT_THE_END);
	}

	private Mono<CallbackResponse> answer(byte[] body, Delivery delivery, ContextView context) {
		if (body.length > this.limits.bodySize().toBytes()) {
			throw new CallbackRejectedException(Reason.TOO_LARGE);
		}
		CallbackPayload payload = delivery.opening().apply(body);
		String challenge = payload.challenge();
		if (challenge != null) {
			return CallbackLog.logged(payload, Mono.just(CallbackResponse
				.challenge(CallbackMapper.INSTANCE.writeValueAsBytes(Map.of("challenge", challenge)))));
		}
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		Mono<CallbackResponse> response = CallbackLog.logged(payload,
				payload.isClick() ? click(payload, delivery, parent) : event(FeishuEvents.of(payload), parent));
		return isTaken(response, delivery) ? response
				: response.doOnCancel(() -> response.subscribe((missed) -> missed.afterwards().run()));
	}

	/**
	 * Returns whether nothing is lost if the caller cancels a response: it is taken at
	 * once, or no work follows it.
	 */
	private static boolean isTaken(Mono<CallbackResponse> response, Delivery delivery) {
		return isComplete(response) && (delivery.isConnection() || !Objects.requireNonNull(response.block()).hasWork());
	}

	private Mono<CallbackResponse> click(CallbackPayload payload, Delivery delivery, @Nullable Observation parent) {
		CardActionEvent event = CardActionEvent.of(payload);
		Scheduler handlers = delivery.handlers();
		return (handlers != null) ? Mono.defer(() -> click(event, delivery, parent)).subscribeOn(handlers)
				: click(event, delivery, parent);
	}

	private Mono<CallbackResponse> click(CardActionEvent event, Delivery delivery, @Nullable Observation parent) {
		String id = event.deliveryId(delivery.id());
		SharedAnswers shared = this.sharedAnswers;
		return (shared != null) ? click(id, event, delivery, shared, parent) : this.clickAnswers.once(id,
				() -> this.clicks.answer(event, new CardClicks.Turn(this.limits.answer(), null, parent)));
	}

	/**
	 * Returns the response to a click that may be handled elsewhere. If the other
	 * instance is late, the response is empty, and is not repeated to a later delivery.
	 */
	private Mono<CallbackResponse> click(String id, CardActionEvent event, Delivery delivery, SharedAnswers shared,
			@Nullable Observation parent) {
		return this.clickAnswers
			.once(id,
					() -> WorkObservation.within(parent,
							shared.click(id,
									(patience) -> this.clicks.answer(event,
											new CardClicks.Turn(patience, delivery.handlers(), parent)))))
			.onErrorReturn(WorkRefusedException.class, CallbackResponse.reply(CallbackResponse.NOTHING));
	}

	private Mono<CallbackResponse> event(FeishuEvents.Unread event, @Nullable Observation parent) {
		String id = event.deliveryId();
		SharedAnswers shared = this.sharedAnswers;
		return this.eventAnswers.once(id,
				() -> (shared != null)
						? WorkObservation.within(parent,
								shared.event(id, (lease) -> Mono.defer(() -> accept(event, parent, lease::during))))
						: accept(event, parent, UnaryOperator.identity()));
	}

	/**
	 * Accepts an event.
	 * @param during function that adds what happens at the end of the listener
	 */
	private Mono<CallbackResponse> accept(FeishuEvents.Unread event, @Nullable Observation parent,
			UnaryOperator<Mono<Void>> during) {
		return (event.isAppTicket() && event.read() instanceof AppTicketReceived ticket)
				? WorkObservation.within(parent, saved(ticket))
					.then(Mono.fromSupplier(() -> accepted(event, parent, during)))
				: Mono.just(accepted(event, parent, during));
	}

	/**
	 * Saves an app ticket. A ticket that is not saved is not acknowledged, so that the
	 * platform sends it again.
	 */
	private Mono<Void> saved(AppTicketReceived ticket) {
		return ApplicationCall.defer(() -> this.ticketSaver.save(ticket))
			.subscribeOn(this.ticketScheduler)
			.timeout(this.limits.answer(),
					Mono.error(() -> new IllegalStateException(
							"The app ticket was not saved within " + this.limits.answer().toMillis() + " ms")))
			.onErrorMap((error) -> unsaved(ticket, error));
	}

	private static Throwable unsaved(AppTicketReceived ticket, Throwable error) {
		logger.error(
				"The app ticket of " + ticket.appId()
						+ " was not saved, so it is not acknowledged, and the platform sends it again",
				ThrownError.unwrap(error));
		return new WorkRefusedException("the app ticket was not saved");
	}

	private CallbackResponse accepted(FeishuEvents.Unread event, @Nullable Observation parent,
			UnaryOperator<Mono<Void>> during) {
		WorkObservation observation = this.observations.event(event, parent);
		try {
			return CallbackResponse.accepted(announce(event, observation, during));
		}
		catch (WorkRefusedException ex) {
			observation.refuse();
			this.refusedEvents.log("The event " + event.name() + "[" + event.deliveryId() + "] is not acknowledged: "
					+ ex.getMessage());
			throw ex;
		}
	}

	private Runnable announce(FeishuEvents.Unread event, WorkObservation observation,
			UnaryOperator<Mono<Void>> during) {
		WorkName name = WorkName.listener(event);
		Mono<Void> listening = ApplicationCall.run(() -> this.listener.onEvent(event.read()), this.eventScheduler);
		return this.work.listener(name, observation.work(during.apply(listening),
				(error) -> logger.error(name + " failed", ThrownError.unwrap(error))));
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
	 * Way on which a callback arrives.
	 *
	 * @param opening check and reading of the body
	 * @param id id of a click of the older shape, which has none in its body
	 * @param handlers scheduler on which the handler of a click starts; null for the
	 * calling thread
	 */
	private record Delivery(Function<byte[], CallbackPayload> opening, Supplier<String> id,
			@Nullable Scheduler handlers) {

		/** Returns whether a complete response is taken at once. */
		boolean isConnection() {
			return this.handlers != null;
		}

	}

	/**
	 * Builder of a processor.
	 */
	public static final class Builder {

		private final @Nullable CallbackKeys keys;

		private CallbackLimits limits = CallbackLimits.standard();

		private CardActionHandlers handlers = new CardActionHandlers(List.of());

		private FeishuEventListener listener = (event) -> {
		};

		private CardPreparation preparation = CardPreparation.standard();

		private CardMessages messages = CardMessages.none();

		private @Nullable LateCardUpdate lateUpdate;

		private AppTicketSaver ticketSaver = (ticket) -> Mono.empty();

		private AnswerStore answers = AnswerStore.none();

		private @Nullable SealOpener seals;

		private Duration doubleClick = STANDARD_DOUBLE_CLICK;

		private @Nullable Scheduler scheduler;

		private @Nullable Scheduler eventScheduler;

		private int maxPending = STANDARD_MAX_PENDING;

		private boolean legacy;

		private Clock clock = Clock.systemUTC();

		private ObservationRegistry observations = ObservationRegistry.NOOP;

		private @Nullable ClickObservationConvention clickConvention;

		private @Nullable AfterwardsObservationConvention afterwardsConvention;

		private @Nullable EventObservationConvention eventConvention;

		private Builder(@Nullable CallbackKeys keys) {
			this.keys = keys;
		}

		/**
		 * Sets the limits of size, age and time. The default is
		 * {@link CallbackLimits#standard()}.
		 * @param limits the limits
		 * @return this builder
		 */
		public Builder limits(CallbackLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Sets the handlers of clicks. There are none by default.
		 * @param handlers the handlers
		 * @return this builder
		 */
		public Builder handlers(CardActionHandlers handlers) {
			this.handlers = handlers;
			return this;
		}

		/**
		 * Sets the listener that receives events. By default, events are ignored.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(FeishuEventListener listener) {
			this.listener = listener;
			return this;
		}

		/**
		 * Sets the preparation of cards in replies, which localizes and checks them. The
		 * default is {@link CardPreparation#standard()}.
		 * @param preparation the preparation, usually the same as for sent cards
		 * @return this builder
		 */
		public Builder preparation(CardPreparation preparation) {
			this.preparation = preparation;
			return this;
		}

		/**
		 * Sets the toasts that users see when no handler replies, by the codes
		 * {@code feishu.callback.toast.failed}, {@code .busy}, {@code .unknown-action},
		 * {@code .foreign}, {@code .forged}, {@code .expired}, {@code .used},
		 * {@code .missing} and {@code .invalid}. The last two have the name of a field as
		 * their argument. For a toast without such a text, the library has texts in
		 * English and Chinese.
		 * @param messages texts by codes, in any language of the platform
		 * @return this builder
		 */
		public Builder messages(CardMessages messages) {
			this.messages = messages;
			return this;
		}

		/**
		 * Sets the late update, which shows cards of late replies. By default, these
		 * cards are not shown.
		 * @param lateUpdate the late update; null for none
		 * @return this builder
		 */
		public Builder lateUpdate(@Nullable LateCardUpdate lateUpdate) {
			this.lateUpdate = lateUpdate;
			return this;
		}

		/**
		 * Sets the saver of app tickets, which runs before a ticket is acknowledged. By
		 * default, tickets are not saved.
		 * @param ticketSaver the saver
		 * @return this builder
		 */
		public Builder ticketSaver(AppTicketSaver ticketSaver) {
			this.ticketSaver = ticketSaver;
			return this;
		}

		/**
		 * Sets the store of answers that several instances share, so that a callback that
		 * arrives at two of them is handled once. The default is
		 * {@link AnswerStore#none()}.
		 * @param answers the store, which serves this app only
		 * @return this builder
		 */
		public Builder answers(AnswerStore answers) {
			this.answers = answers;
			return this;
		}

		/**
		 * Sets the opener of sealed actions. By default, clicks on sealed components are
		 * refused.
		 * @param seals the opener; null for none
		 * @return this builder
		 */
		public Builder seals(@Nullable SealOpener seals) {
			this.seals = seals;
			return this;
		}

		/**
		 * Sets the time after a reply in which the same user's click on the same
		 * component, with the same value and form, gets that reply. Its handler does not
		 * run. The same applies while the first click is handled. The default is 500
		 * milliseconds.
		 * @param doubleClick time after a reply; zero if each click is handled
		 * @return this builder
		 */
		public Builder doubleClick(Duration doubleClick) {
			Assert.isTrue(!doubleClick.isNegative(),
					"The time for double clicks (feishu.callback.double-click) must not be negative");
			this.doubleClick = doubleClick;
			return this;
		}

		/**
		 * Sets the scheduler of {@code afterwards}, and of listeners unless
		 * {@link #eventScheduler(Scheduler)} is set. It should not reject tasks, because
		 * {@link #maxPending(int)} limits them. By default, handlers and listeners each
		 * have their own {@link WorkerThreads}.
		 * @param scheduler scheduler with threads that may block
		 * @return this builder
		 */
		public Builder scheduler(Scheduler scheduler) {
			this.scheduler = scheduler;
			return this;
		}

		/**
		 * Sets the scheduler of listeners, so that handlers do not delay listeners.
		 * @param eventScheduler scheduler with threads that may block
		 * @return this builder
		 */
		public Builder eventScheduler(Scheduler eventScheduler) {
			this.eventScheduler = eventScheduler;
			return this;
		}

		/**
		 * Sets the maximum number of pending clicks and, counted separately, of pending
		 * events. A click is pending while its handler or {@code afterwards} runs or
		 * waits. Beyond the maximum, users see a toast that the app is busy, and events
		 * get the status 503, so that the platform sends them again. The default is
		 * {@value #STANDARD_MAX_PENDING}.
		 * @param maxPending maximum number of clicks, and of events; positive
		 * @return this builder
		 */
		public Builder maxPending(int maxPending) {
			Assert.isTrue(maxPending > 0,
					"The maximum number of pending clicks (feishu.callback.max-pending) must be positive");
			this.maxPending = maxPending;
			return this;
		}

		/**
		 * Sets whether clicks of the older shape, {@code card.action.trigger_v1}, are
		 * accepted. Their signature is SHA-1 over the verification token, which is weaker
		 * than the one of other callbacks. The default is false.
		 * @param legacy whether these clicks are accepted
		 * @return this builder
		 */
		public Builder legacy(boolean legacy) {
			this.legacy = legacy;
			return this;
		}

		/**
		 * Sets the clock for the age of callbacks. The default is the system clock.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Sets the registry of observations of handlers, of the work after their replies,
		 * and of listeners. By default, there are no observations.
		 * @param observations the registry
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
		 * Sets the observation convention for clicks.
		 * @param convention the convention; null for the default
		 * @return this builder
		 */
		public Builder clickConvention(@Nullable ClickObservationConvention convention) {
			this.clickConvention = convention;
			return this;
		}

		/**
		 * Sets the observation convention for the work after a reply.
		 * @param convention the convention; null for the default
		 * @return this builder
		 */
		public Builder afterwardsConvention(@Nullable AfterwardsObservationConvention convention) {
			this.afterwardsConvention = convention;
			return this;
		}

		/**
		 * Sets the observation convention for events.
		 * @param convention the convention; null for the default
		 * @return this builder
		 */
		public Builder eventConvention(@Nullable EventObservationConvention convention) {
			this.eventConvention = convention;
			return this;
		}

		/**
		 * Builds the processor.
		 * @return the processor
		 */
		public CallbackProcessor build() {
			return new CallbackProcessor(this);
		}

	}

}
