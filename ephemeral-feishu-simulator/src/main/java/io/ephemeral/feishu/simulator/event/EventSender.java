package io.ephemeral.feishu.simulator.event;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.tenant.ClickError;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sender of events and callbacks to the configured URLs.
 */
public final class EventSender {

	private static final Duration DEADLINE = Duration.ofSeconds(3);

	private static final Duration CHALLENGE_DEADLINE = Duration.ofSeconds(1);

	private static final int CONNECT_MILLIS = 2000;

	private static final List<Duration> REPETITIONS = List.of(Duration.ofSeconds(15), Duration.ofMinutes(5),
			Duration.ofHours(1), Duration.ofHours(6));

	private static final int MAX_EVENTS = 10_000;

	/**
	 * Does not follow redirects, and does not reuse connections, which the application
	 * may have closed.
	 */
	private final HttpClient http = HttpClient.newConnection()
		.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);

	private final Clock clock;

	private final EventSeal seal;

	private final boolean legacyCallbacks;

	private final Deque<SentEvent> sent = new ArrayDeque<>();

	private Disposable.Composite repetitions = Disposables.composite();

	private @Nullable URI callbackUrl;

	private @Nullable URI eventUrl;

	public EventSender(Clock clock, EventSeal seal, boolean legacyCallbacks) {
		this.clock = clock;
		this.seal = seal;
		this.legacyCallbacks = legacyCallbacks;
	}

	boolean hasLegacyCallbacks() {
		return this.legacyCallbacks;
	}

	public synchronized boolean hasCallbackUrl() {
		return this.callbackUrl != null;
	}

	/**
	 * Checks that there is a URL for events.
	 * @param what subject of the error message, such as {@code An app ticket}
	 * @throws IllegalStateException if there is none
	 */
	public synchronized void requireEventUrl(String what) {
		if (this.eventUrl == null) {
			throw new IllegalStateException(what + " does not reach the application, because no URL for events is "
					+ "set; set one with FeishuSimulator.sendEventsTo(url). The Spring Boot starter sets the URL of "
					+ "feishu.callback.path when the web server starts; a test starts it with WebEnvironment.RANDOM_PORT");
		}
	}

	/**
	 * Sets the URL for callbacks, if it responds to a challenge.
	 */
	public Mono<Void> sendCallbacksTo(URI url, JsonNode challenge) {
		return verify(url, challenge, this.legacyCallbacks).then(Mono.fromRunnable(() -> {
			synchronized (this) {
				this.callbackUrl = url;
			}
		}));
	}

	/**
	 * Sets the URL for events, if it responds to a challenge.
	 */
	public Mono<Void> sendEventsTo(URI url, JsonNode challenge) {
		return verify(url, challenge, false).then(Mono.fromRunnable(() -> {
			synchronized (this) {
				this.eventUrl = url;
			}
		}));
	}

	private Mono<Void> verify(URI url, JsonNode challenge, boolean legacy) {
		if (!Set.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
			return Mono.error(new IllegalArgumentException(
					"The URL for callbacks and events must be an http or https URL, but is " + url));
		}
		return post(url, challenge, legacy).timeout(CHALLENGE_DEADLINE)
			.onErrorMap((ex) -> new IllegalStateException(
					"%s did not respond to the check of the URL: %s".formatted(url, errorOf(ex).text()), ex))
			.doOnNext((answer) -> requireEcho(url, answer, challenge.path("challenge").asString()))
			.then();
	}

	private static void requireEcho(URI url, Answer answer, String challenge) {
		if (answer.status() != 200) {
			throw new IllegalStateException("%s responded to the check of the URL with status %d instead of 200"
				.formatted(url, answer.status()));
		}
		JsonNode json = parse(answer.body());
		if (json == null || !challenge.equals(json.path("challenge").asString(""))) {
			throw new IllegalStateException(
					url + " did not return the challenge of the check of the URL as {\"challenge\": …}");
		}
	}

	/**
	 * Sends a callback, once.
	 * @return the response, or a {@link ClickFailure}
	 */
	Mono<JsonNode> callback(JsonNode payload) {
		URI url;
		synchronized (this) {
			url = this.callbackUrl;
		}
		if (url == null) {
			return Mono.error(new ClickFailure(ClickError.NOT_SUBSCRIBED));
		}
		return push(url, payload, this.legacyCallbacks).map(EventSender::requireObject);
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
		URI url;
		synchronized (this) {
			url = this.eventUrl;
		}
		if (url == null) {
			return Mono.empty();
		}
		return pushEvent(url, payload).doOnNext((taken) -> {
			if (!taken) {
				repeat(url, payload);
			}
		}).then();
	}

	private Mono<Boolean> pushEvent(URI url, JsonNode payload) {
		return push(url, payload, false).map(SentEvent::isAnswered).onErrorReturn(ClickFailure.class, false);
	}

	private synchronized void repeat(URI url, JsonNode payload) {
		this.repetitions.add(Flux.fromIterable(REPETITIONS)
			.concatMap((delay) -> Mono.delay(delay).then(pushEvent(url, payload)), 1)
			.takeUntil((taken) -> taken)
			.subscribe());
	}

	/**
	 * Repeats an event or callback. The response has no effect.
	 */
	public Mono<Void> repeat(URI url, JsonNode payload, boolean legacy) {
		return push(url, payload, legacy).then();
	}

	private Mono<SentEvent> push(URI url, JsonNode payload, boolean legacy) {
		return post(url, payload, legacy).timeout(DEADLINE)
			.doOnError((ex) -> record(url, payload, new Answer(0, "")))
			.onErrorMap((ex) -> new ClickFailure(errorOf(ex)))
			.map((answer) -> record(url, payload, answer));
	}

	private SentEvent record(URI url, JsonNode payload, Answer answer) {
		JsonNode header = payload.path("header");
		SentEvent event = new SentEvent(this.clock.instant(),
				header.path("event_id").asString(payload.path("uuid").asString("")),
				header.path("event_type")
					.asString(payload.path("event").path("type").asString("card.action.trigger_v1")),
				url, payload, answer.status(), answer.body());
		synchronized (this) {
			this.sent.add(event);
			if (this.sent.size() > MAX_EVENTS) {
				this.sent.remove();
			}
		}
		return event;
	}

	private Mono<Answer> post(URI url, JsonNode payload, boolean legacy) {
		byte[] body = legacy ? Json.bytes(payload) : this.seal.seal(payload);
		EventSeal.Signature signature = legacy ? this.seal.signLegacy(body, this.clock.instant())
				: this.seal.sign(body, this.clock.instant());
		return this.http
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
				.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
				.set("X-Lark-Request-Timestamp", signature.timestamp())
				.set("X-Lark-Request-Nonce", signature.nonce())
				.set("X-Lark-Signature", signature.value()))
			.post()
			.uri(url)
			.send(ByteBufMono.fromString(Mono.just(new String(body, StandardCharsets.UTF_8))))
			.responseSingle((response, content) -> content.asString(StandardCharsets.UTF_8)
				.defaultIfEmpty("")
				.map((text) -> new Answer(response.status().code(), text)));
	}

	private static ClickError errorOf(Throwable failure) {
		if (failure instanceof TimeoutException) {
			return ClickError.TIMEOUT;
		}
		if (failure instanceof UnknownHostException) {
			return ClickError.HOST_UNKNOWN;
		}
		// Netty's exception for a connection that takes too long is a subclass.
		return (failure instanceof ConnectException) ? ClickError.CONNECT_FAILED : ClickError.CALL_FAILED;
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

	private record Answer(int status, String body) {

	}

}
