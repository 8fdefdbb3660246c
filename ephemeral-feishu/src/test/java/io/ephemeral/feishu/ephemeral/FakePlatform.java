package io.ephemeral.feishu.ephemeral;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Shows and deletes cards in virtual time, without a network. What goes wrong is planned
 * by viewer or by message.
 */
final class FakePlatform implements ExchangeFunction {

	private static final ExchangeStrategies STRATEGIES = ExchangeStrategies.withDefaults();

	/** When each card was shown, by its message and in that order. */
	final Map<String, Instant> shown = new LinkedHashMap<>();

	/** When each card was deleted. */
	final Map<String, Instant> deleted = new LinkedHashMap<>();

	/** Whose card it is. */
	final Map<String, String> viewers = new HashMap<>();

	final List<String> requests = new ArrayList<>();

	private final Map<String, Deque<Fault>> faults = new HashMap<>();

	private int running;

	private int mostRunning;

	WebClient client() {
		return client(RateLimiter.unlimited());
	}

	WebClient client(RateLimiter limiter) {
		return FeishuWebClient.authenticated(WebClient.builder().exchangeFunction(this),
				URI.create("https://feishu.example.com"), (request, next) -> next.exchange(request), RetryPolicy.none(),
				limiter);
	}

	/** What happens to the next requests for a viewer or a message. */
	void plan(String viewerOrMessage, Fault... next) {
		this.faults.computeIfAbsent(viewerOrMessage, (key) -> new ArrayDeque<>()).addAll(List.of(next));
	}

	int mostRunning() {
		return this.mostRunning;
	}

	static Instant now() {
		return Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
	}

	@Override
	public Mono<ClientResponse> exchange(ClientRequest request) {
		MockClientHttpRequest written = new MockClientHttpRequest(request.method(), request.url());
		return request.writeTo(written, STRATEGIES)
			.then(Mono.defer(written::getBodyAsString))
			.flatMap((body) -> answer(request, JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body)))
			.doOnSubscribe((subscription) -> this.mostRunning = Math.max(this.mostRunning, ++this.running))
			.doOnTerminate(() -> this.running--)
			.doOnCancel(() -> this.running--);
	}

	private Mono<ClientResponse> answer(ClientRequest request, JsonNode body) {
		String path = request.url().getPath();
		this.requests.add(path);
		String target = body.path("open_id")
			.asString(body.path("message_id").asString(body.path("receive_id").asString(path)));
		Deque<Fault> planned = this.faults.getOrDefault(target, new ArrayDeque<>());
		Fault fault = planned.isEmpty() ? Fault.NONE : planned.remove();
		return fault.meet(request, () -> path.endsWith("/delete") ? delete(target) : show(target));
	}

	private String show(String viewer) {
		String message = "om_" + (this.shown.size() + 1);
		this.shown.put(message, now());
		this.viewers.put(message, viewer);
		return "{\"code\":0,\"data\":{\"message_id\":\"" + message + "\"}}";
	}

	private String delete(String message) {
		boolean there = this.shown.containsKey(message) && this.deleted.putIfAbsent(message, now()) == null;
		return there ? "{\"code\":0}" : "{\"code\":18051}";
	}

	private static ClientResponse json(String body) {
		return ClientResponse.create(HttpStatus.OK)
			.header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.body(body)
			.build();
	}

	/**
	 * What goes wrong with a request.
	 */
	interface Fault {

		Fault NONE = (request, operation) -> Mono.fromSupplier(() -> json(operation.get()));

		/** The operation is carried out, but its answer is lost. */
		Fault ANSWER_LOST = (request, operation) -> Mono.defer(() -> {
			String lost = operation.get();
			return Mono.error(failed(request, new SocketException("Connection reset before " + lost)));
		});

		/** There is no connection. */
		Fault UNREACHABLE = (request, operation) -> Mono.error(() -> failed(request, new ConnectException("refused")));

		Mono<ClientResponse> meet(ClientRequest request, Supplier<String> operation);

		static Fault refused(int code) {
			return (request, operation) -> Mono.just(json("{\"code\":" + code + "}"));
		}

		static Fault slow(Duration duration) {
			return (request, operation) -> Mono.delay(duration).flatMap((late) -> NONE.meet(request, operation));
		}

		private static WebClientRequestException failed(ClientRequest request, Exception cause) {
			return new WebClientRequestException(cause, request.method(), request.url(), request.headers());
		}

	}

}
