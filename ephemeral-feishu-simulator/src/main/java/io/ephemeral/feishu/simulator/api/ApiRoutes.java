package io.ephemeral.feishu.simulator.api;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.util.Logger;
import reactor.util.Loggers;

/**
 * Operations of the API by path. Reads and records the requests, and writes the responses
 * in the platform's shape.
 */
public final class ApiRoutes {

	private static final Logger logger = Loggers.getLogger(ApiRoutes.class);

	private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	private final RequestLog requestLog;

	/** By method and path of a request. */
	private final BiFunction<String, String, PlannedFault> faults;

	private final List<Route> routes = new ArrayList<>();

	/** By method and path. */
	private final Map<String, Function<ApiRequest, ApiResponse>> controls = new HashMap<>();

	public ApiRoutes(Clock clock, RequestLog requestLog, BiFunction<String, String, PlannedFault> faults) {
		this.clock = clock;
		this.requestLog = requestLog;
		this.faults = faults;
	}

	void post(String path, Function<ApiRequest, ApiResponse> operation) {
		add(HttpMethod.POST, path, operation);
	}

	/**
	 * Adds an operation.
	 * @param path path in which {@code :id} stands for the id of a message or a chat
	 */
	void add(HttpMethod method, String path, Function<ApiRequest, ApiResponse> operation) {
		this.routes.add(new Route(method, Pattern.compile(path.replace(":id", "([^/]+)")), operation));
	}

	/**
	 * Adds an operation of the simulator. Its requests meet no faults and are not
	 * recorded.
	 */
	public void control(String method, String path, Function<ApiRequest, ApiResponse> operation) {
		this.controls.put(method + " " + path, operation);
	}

	/**
	 * Adds the operations, and a response to every other request, so this comes last.
	 */
	void addTo(HttpServerRoutes routes) {
		routes.route((request) -> this.controls.containsKey(methodAndPath(request)), this::control);
		routes.route((request) -> true, (request, response) -> this.requestLog.underWay()
			.during("request " + methodAndPath(request), exchange(request, response)));
	}

	private Route routeFor(ApiRequest request) {
		List<Route> matching = this.routes.stream().filter((route) -> route.matches(request)).toList();
		return matching.stream()
			.filter((route) -> route.method().name().equals(request.method()))
			.findFirst()
			.orElse(matching.isEmpty() ? Route.refusing(404, ApiError.PATH_NOT_FOUND)
					: Route.refusing(405, ApiError.METHOD_NOT_ALLOWED));
	}

	/**
	 * Refuses a request without reading it, and closes its connection.
	 */
	Mono<Void> refuse(HttpServerResponse response, int status, String detail) {
		ApiResponse refusal = ApiResponse.refused(status, ApiRefusal.of(ApiError.INVALID_REQUEST, detail));
		return write(refusal, response.keepAlive(false));
	}

	private Mono<Void> control(HttpServerRequest request, HttpServerResponse response) {
		Function<ApiRequest, ApiResponse> operation = Objects.requireNonNull(this.controls.get(methodAndPath(request)));
		return read(request).flatMap((read) -> write(answer(operation, read), response))
			.onErrorResume(RequestBody.TooLargeException.class, (ex) -> refuse(response, 413, RequestBody.TOO_LARGE));
	}

	private Mono<Void> exchange(HttpServerRequest request, HttpServerResponse response) {
		PlannedFault fault = this.faults.apply(request.method().name(), pathOf(request));
		if (fault.isBeforeReading()) {
			this.requestLog.add(new Exchange(read(request, ""), HttpAnswer.NONE, false));
			return AnswerWriter.write(HttpAnswer.NONE, fault, response);
		}
		return read(request).flatMap((read) -> {
			HttpAnswer answer = answer(routeFor(read).forPathOf(read), read, fault);
			this.requestLog.add(new Exchange(read, answer, fault.processed()));
			return AnswerWriter.write(answer, fault, response);
		}).onErrorResume(RequestBody.TooLargeException.class, (ex) -> refuse(response, 413, RequestBody.TOO_LARGE));
	}

	private HttpAnswer answer(Function<ApiRequest, ApiResponse> operation, ApiRequest request, PlannedFault fault) {
		ApiResponse answer = fault.processed() ? answer(operation, request) : ApiResponse.ok();
		HttpAnswer other = fault.answer(logId());
		return (other != null) ? other : HttpAnswer.of(answer, logId());
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

	private Mono<ApiRequest> read(HttpServerRequest request) {
		return RequestBody.read(request).map((body) -> read(request, body));
	}

	private ApiRequest read(HttpServerRequest request, String body) {
		String[] target = request.uri().split("\\?", 2);
		return new ApiRequest(this.clock.instant(), request.method().name(), target[0], "",
				(target.length > 1) ? target[1] : null, headers(request), body);
	}

	private static Map<String, List<String>> headers(HttpServerRequest request) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		request.requestHeaders()
			.forEach((header) -> headers.computeIfAbsent(header.getKey(), (name) -> new ArrayList<>())
				.add(header.getValue()));
		return headers;
	}

	private static String pathOf(HttpServerRequest request) {
		return request.uri().split("\\?", 2)[0];
	}

	private static String methodAndPath(HttpServerRequest request) {
		return request.method().name() + " " + pathOf(request);
	}

	private Mono<Void> write(ApiResponse answer, HttpServerResponse response) {
		return AnswerWriter.write(HttpAnswer.of(answer, logId()), PlannedFault.NONE, response);
	}

	private String logId() {
		return LOG_TIME.format(this.clock.instant()) + Ids.random().substring(0, 18).toUpperCase(Locale.ROOT);
	}

	/**
	 * Operation with its method and path.
	 */
	private record Route(HttpMethod method, Pattern path, Function<ApiRequest, ApiResponse> operation) {

		private static final Pattern ANYWHERE = Pattern.compile(".*");

		private static Route refusing(int status, ApiError error) {
			return new Route(HttpMethod.GET, ANYWHERE, (request) -> ApiResponse.refused(status, ApiRefusal.of(error)));
		}

		private boolean matches(ApiRequest request) {
			return this.path.matcher(request.path()).matches();
		}

		private Function<ApiRequest, ApiResponse> forPathOf(ApiRequest request) {
			Matcher matcher = this.path.matcher(request.path());
			String id = (matcher.matches() && matcher.groupCount() > 0) ? matcher.group(1) : "";
			return (read) -> this.operation.apply(read.withPathId(id));
		}

	}

}
