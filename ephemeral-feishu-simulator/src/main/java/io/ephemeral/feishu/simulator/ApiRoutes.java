package io.ephemeral.feishu.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.netty.handler.codec.http.HttpHeaderNames;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * The operations of the API by path: reads and records their requests, and writes their
 * answers in the platform's shape.
 */
final class ApiRoutes {

	private static final Logger logger = Loggers.getLogger(ApiRoutes.class);

	private static final int MAX_BODY_SIZE = 1024 * 1024;

	private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	private final RequestLog requestLog;

	private final Map<String, Function<ApiRequest, ApiResponse>> posts = new HashMap<>();

	ApiRoutes(Clock clock, RequestLog requestLog) {
		this.clock = clock;
		this.requestLog = requestLog;
	}

	void post(String path, Function<ApiRequest, ApiResponse> operation) {
		this.posts.put(path, operation);
	}

	/**
	 * Adds the operations, and an answer to every other request: these routes come last.
	 */
	void addTo(HttpServerRoutes routes) {
		this.posts.forEach(
				(path, operation) -> routes.post(path, (request, response) -> exchange(request, response, operation)));
		routes.route((request) -> true, (request, response) -> exchange(request, response, this::unknown));
	}

	private ApiResponse unknown(ApiRequest request) {
		return this.posts.containsKey(request.path())
				? ApiResponse.refused(405, ApiRefusal.of(ApiError.METHOD_NOT_ALLOWED))
				: ApiResponse.refused(404, ApiRefusal.of(ApiError.PATH_NOT_FOUND));
	}

	/**
	 * Answers a request without reading it, and closes its connection.
	 */
	Mono<Void> refuse(HttpServerResponse response, int status, String detail) {
		ApiRefusal refusal = ApiRefusal.of(ApiError.INVALID_REQUEST, detail);
		return write(ApiResponse.refused(status, refusal), response.keepAlive(false));
	}

	private Mono<Void> exchange(HttpServerRequest request, HttpServerResponse response,
			Function<ApiRequest, ApiResponse> operation) {
		return readBody(request).flatMap((body) -> {
			ApiRequest read = read(request, body);
			ApiResponse answer = answer(operation, read);
			this.requestLog.add(new RecordedRequest(read, answer));
			return write(answer, response);
		}).onErrorResume(BodyTooLargeException.class, (ex) -> refuse(response, 413, "the body is over 1 MB"));
	}

	private static ApiResponse answer(Function<ApiRequest, ApiResponse> operation, ApiRequest request) {
		try {
			return operation.apply(request);
		}
		catch (RuntimeException ex) {
			logger.error("The simulator failed on {} {}", request.method(), request.path(), ex);
			return ApiResponse.refused(500, ApiRefusal.of(ApiError.INTERNAL_ERROR));
		}
	}

	private static Mono<String> readBody(HttpServerRequest request) {
		return request.receive()
			.asByteArray()
			.collect(ByteArrayOutputStream::new, ApiRoutes::append)
			.map((bytes) -> bytes.toString(StandardCharsets.UTF_8));
	}

	private static void append(ByteArrayOutputStream body, byte[] bytes) {
		if (body.size() + bytes.length > MAX_BODY_SIZE) {
			throw new BodyTooLargeException();
		}
		body.writeBytes(bytes);
	}

	private ApiRequest read(HttpServerRequest request, String body) {
		String[] target = request.uri().split("\\?", 2);
		return new ApiRequest(this.clock.instant(), request.method().name(), target[0],
				(target.length > 1) ? target[1] : null, headers(request), body);
	}

	private static Map<String, List<String>> headers(HttpServerRequest request) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders()
			.forEach((header) -> headers.computeIfAbsent(header.getKey(), (name) -> new ArrayList<>())
				.add(header.getValue()));
		return headers;
	}

	private Mono<Void> write(ApiResponse answer, HttpServerResponse response) {
		String logId = LOG_TIME.format(this.clock.instant()) + Ids.random().substring(0, 18).toUpperCase(Locale.ROOT);
		byte[] body = Json.bytes(answer.logged(logId).body());
		return response.status(answer.status())
			.header("X-Tt-Logid", logId)
			.header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
			.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
			.sendByteArray(Mono.just(body))
			.then();
	}

	private static final class BodyTooLargeException extends RuntimeException {

		private BodyTooLargeException() {
			super("The body is too large", null, false, false);
		}

	}

}
