package io.ephemeral.feishu.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * Properties of the operation of a request.
 */
final class Operations {

	/** Attribute of idempotent operations. */
	static final String IDEMPOTENT = Operations.class.getName() + ".idempotent";

	private Operations() {
	}

	static boolean isReading(ClientRequest request) {
		return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
	}

	static boolean isIdempotent(ClientRequest request) {
		return attribute(request, IDEMPOTENT) != null;
	}

	/**
	 * Returns an attribute of the request or of its call. The request has one attribute
	 * for the whole call, because each attribute of a waiting request costs memory in two
	 * maps.
	 */
	static @Nullable Object attribute(ClientRequest request, String name) {
		Object own = request.attributes().get(name);
		Reading<?> reading = Reading.of(request);
		return (own != null || reading == null) ? own : reading.call().attributes().get(name);
	}

	/** Returns the operation of the library; null for the application's own call. */
	private static @Nullable String operation(ClientRequest request) {
		Reading<?> reading = Reading.of(request);
		return (reading != null) ? reading.call().operation() : null;
	}

	/**
	 * Returns a name without ids, which is the same for all calls of an operation. The
	 * application's own calls have ids in the path.
	 * @return the operation, or method and path template; null for the application's own
	 * call with a path that may contain ids
	 */
	static @Nullable String templateOf(ClientRequest request) {
		String operation = operation(request);
		if (operation != null) {
			return operation;
		}
		if (!(request.attributes().get(FeishuApi.PATH_TEMPLATE) instanceof String template)) {
			return null;
		}
		return request.method() + " " + pathOf(template);
	}

	private static String pathOf(String template) {
		int query = template.indexOf('?');
		String address = (query >= 0) ? template.substring(0, query) : template;
		int host = address.indexOf("://");
		int path = (host >= 0) ? address.indexOf('/', host + 3) : 0;
		return (path >= 0) ? address.substring(path) : "/";
	}

	static boolean isNamed(ClientRequest request) {
		return operation(request) != null;
	}

	static String nameOf(ClientRequest request) {
		String operation = operation(request);
		return (operation != null) ? operation : request.method() + " " + request.url().getRawPath();
	}

}
