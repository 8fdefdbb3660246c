package io.ephemeral.feishu.simulator.event;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.connection.Push;
import io.ephemeral.feishu.simulator.tenant.AppGrants;
import io.ephemeral.feishu.simulator.tenant.ClickError;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.UnderWay;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sender of events and callbacks to the configured URLs or over long connections.
 */
public final class EventSender {

	private static final Duration DEADLINE = Duration.ofSeconds(3);

	private static final Duration CHALLENGE_DEADLINE = Duration.ofSeconds(1);

	private static final List<Duration> REPETITIONS = List.of(Duration.ofSeconds(15), Duration.ofMinutes(5),
			Duration.ofHours(1), Duration.ofHours(6));

	private static final int MAX_EVENTS = 10_000;

	private final Clock clock;

	private final EventSeal seal;

	private final boolean legacyCallbacks;

	private final Supplier<AppGrants> grants;

	private final Deque<SentEvent> sent = new ArrayDeque<>();

	private final UnderWay underWay = new UnderWay();

	private Disposable.Composite repetitions = Disposables.composite();

	private final ConnectionReceiver connections;

	private @Nullable Receiver callbackReceiver;

	private @Nullable Receiver eventReceiver;

	public EventSender(Clock clock, EventSeal seal, boolean legacyCallbacks, Connections connections,
			Supplier<AppGrants> grants) {
		this.clock = clock;
		this.seal = seal;
		this.legacyCallbacks = legacyCallbacks;
		this.connections = new ConnectionReceiver(connections);
		this.grants = grants;
	}

	AppGrants grants() {
		return this.grants.get();
	}

	boolean hasLegacyCallbacks() {
		return this.legacyCallbacks;
	}

	public synchronized boolean hasCallbackReceiver() {
		return this.callbackReceiver != null;
	}

	/**
	 * Checks that there is a URL for events, or that they go over long connections.
	 * @param what subject of the error message, such as {@code An app ticket}
	 * @throws IllegalStateException if there is no way to the application
	 */
	public synchronized void requireEventReceiver(String what) {
		if (this.eventReceiver == null) {
			throw new IllegalStateException(what + " does not reach the application, because no URL for events is "
					+ "set; set one with FeishuSimulator.sendEventsTo(url). The Spring Boot starter sets the URL of "
					+ "feishu.callback.path when the web server starts; a test starts it with WebEnvironment.RANDOM_PORT");
		}
	}

	/**
	 * Sets the URL for callbacks, if it responds to a challenge.
	 */
	public Mono<Void> sendCallbacksTo(URI url, JsonNode challenge) {
		Receiver receiver = receiver(url, this.legacyCallbacks);
		return verify(receiver, challenge).then(Mono.fromRunnable(() -> callbackReceiver(receiver)));
	}

	/**
	 * Sets the URL for events, if it responds to a challenge.
	 */
	public Mono<Void> sendEventsTo(URI url, JsonNode challenge) {
		Receiver receiver = receiver(url, false);
		return verify(receiver, challenge).then(Mono.fromRunnable(() -> eventReceiver(receiver)));
	}

	/**
	 * Sends callbacks over the long connections from now on.
	 * @throws IllegalStateException if they have the older shape, which exists for URLs
	 * only
	 */
	public void sendCallbacksOverConnections() {
		if (this.legacyCallbacks) {
			throw new IllegalStateException("Callbacks of the older shape need a URL; long connections do not have "
					+ "them. Start the simulator without legacyCallbacks()");
		}
		callbackReceiver(this.connections);
	}

	/**
	 * Sends events over the long connections from now on.
	 */
	public void sendEventsOverConnections() {
		eventReceiver(this.connections);
	}

	private synchronized void callbackReceiver(Receiver receiver) {
		this.callbackReceiver = receiver;
	}

	private synchronized void eventReceiver(Receiver receiver) {
		this.eventReceiver = receiver;
	}

	private Receiver receiver(URI url, boolean legacy) {
		return url.equals(this.connections.url()) ? this.connections
				: new UrlReceiver(url, legacy, this.seal, this.clock);
	}

	private static Mono<Void> verify(Receiver receiver, JsonNode challenge) {
		URI url = receiver.url();
		if (!Set.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
			return Mono.error(new IllegalArgumentException(
					"The URL for callbacks and events must be an http or https URL, but is " + url));
		}
		return receiver.push(challenge)
			.timeout(CHALLENGE_DEADLINE)
			.onErrorMap((ex) -> new IllegalStateException(
					"%s did not respond to the check of the URL: %s".formatted(url, errorOf(ex).text()), ex))
			.doOnNext((answer) -> requireEcho(url, answer, challenge.path("challenge").asString()))
			.then();
	}

	private static void requireEcho(URI url, Receiver.Answer answer, String challenge) {
		if (answer.status() != 200) {
			throw new IllegalStateException("%s responded to the check of the URL with status %d instead of 200"
				.formatted(url, answer.status()));
		}
		JsonNode json = parse(answer.body());
		if (json == null || !challenge.equals(json.path("challenge").asString(""))) {
			throw new IllegalStateException(
					url + " did not respond to the check of the URL with the challenge as {\"challenge\": …}");
		}
	}

	/**
	 * Sends a callback, once.
	 * @return the response, or a {@link ClickFailure}
	 */
	Mono<JsonNode> callback(JsonNode payload) {
		Receiver receiver;
		synchronized (this) {
			receiver = this.callbackReceiver;
		}
		if (receiver == null || !(this.legacyCallbacks || grants().callbacks().contains(AppGrants.CLICK))) {
			return Mono.error(new ClickFailure(ClickError.NOT_SUBSCRIBED));
		}
		return push(receiver, payload).map(EventSender::requireObject);
	}

	private static JsonNode requireObject(SentEvent event) {
		if (!event.isAnswered()) {
			throw new ClickFailure(ClickError.WRONG_STATUS);
		}
		JsonNode json = parse(event.answer());
		if (json == null || !json.isObject()) {
			throw new ClickFailure(ClickError.WRONG_BODY);
		}
		return json;
	}

	private static @Nullable JsonNode parse(String text) {
		try {
			return Json.parse(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Sends an event, and completes after the first attempt. Repeats a failed event after
	 * 15 s, 5 min, 1 h and 6 h until the application accepts it.
	 */
	Mono<Void> event(JsonNode payload) {
		Receiver receiver;
		synchronized (this) {
			receiver = this.eventReceiver;
		}
		if (receiver == null) {
			return Mono.empty();
		}
		return pushEvent(receiver, payload).doOnNext((taken) -> {
			if (!taken) {
				repeat(receiver, payload);
			}
		}).then();
	}

	private Mono<Boolean> pushEvent(Receiver receiver, JsonNode payload) {
		return push(receiver, payload).map(SentEvent::isAnswered).onErrorReturn(ClickFailure.class, false);
	}

	private synchronized void repeat(Receiver receiver, JsonNode payload) {
		this.repetitions.add(Flux.fromIterable(REPETITIONS)
			.concatMap((delay) -> Mono.delay(delay).then(pushEvent(receiver, payload)), 1)
			.takeUntil((taken) -> taken)
			.subscribe());
	}

	/**
	 * Repeats an event or callback. The response has no effect.
	 */
	public Mono<Void> repeat(URI url, JsonNode payload, boolean legacy) {
		return push(receiver(url, legacy), payload).then();
	}

	/**
	 * Sends a message over a long connection, once.
	 * @return completes after the acknowledgement or without it
	 */
	public Mono<SentEvent> push(Push push) {
		return push(this.connections.url(), json(push.payload()), this.connections.push(push));
	}

	private static JsonNode json(String text) {
		JsonNode json = parse(text);
		return (json != null) ? json : JsonNodeFactory.instance.stringNode(text);
	}

	private Mono<SentEvent> push(Receiver receiver, JsonNode payload) {
		return push(receiver.url(), payload, receiver.push(payload));
	}

	private Mono<SentEvent> push(URI url, JsonNode payload, Mono<Receiver.Answer> response) {
		return this.underWay.during("push " + typeOf(payload),
				response.timeout(DEADLINE)
					.doOnError((ex) -> record(url, payload, Receiver.Answer.NONE))
					.onErrorMap((ex) -> new ClickFailure(errorOf(ex)))
					.map((answer) -> record(url, payload, answer)));
	}

	private SentEvent record(URI url, JsonNode payload, Receiver.Answer answer) {
		SentEvent event = new SentEvent(this.clock.instant(),
				payload.path("header").path("event_id").asString(payload.path("uuid").asString("")), typeOf(payload),
				url, payload, answer.status(), answer.body());
		synchronized (this) {
			this.sent.add(event);
			if (this.sent.size() > MAX_EVENTS) {
				this.sent.remove();
			}
		}
		return event;
	}

	private static String typeOf(JsonNode payload) {
		return payload.path("header")
			.path("event_type")
			.asString(payload.path("event").path("type").asString("card.action.trigger_v1"));
	}

	private static ClickError errorOf(Throwable failure) {
		if (failure instanceof ClickFailure known) {
			return known.error();
		}
		if (failure instanceof TimeoutException) {
			return ClickError.TIMEOUT;
		}
		if (failure instanceof UnknownHostException) {
			return ClickError.HOST_UNKNOWN;
		}
		// Netty's exception for a connection that takes too long is a subclass.
		return (failure instanceof ConnectException) ? ClickError.CONNECT_FAILED : ClickError.CALL_FAILED;
	}

	/**
	 * Returns the events and callbacks that have no response yet.
	 */
	public UnderWay underWay() {
		return this.underWay;
	}

	public synchronized List<SentEvent> sent() {
		return List.copyOf(this.sent);
	}

	/**
	 * Forgets all events, and stops their repetition. Keeps the URLs.
	 */
	public synchronized void clear() {
		this.sent.clear();
		this.repetitions.dispose();
		this.repetitions = Disposables.composite();
	}

}
