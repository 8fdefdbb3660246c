package io.ephemeral.feishu.client;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * Properties of the operation that a request calls.
 */
final class Operations {

	/** Attribute of operations that do no harm when they are carried out twice. */
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
	 * Returns an attribute of the request or of the call that it makes. The call travels
	 * as one attribute, because each of them costs memory in two maps while a call waits.
	 */
	static @Nullable Object attribute(ClientRequest request, String name) {
		Object own = request.attributes().get(name);
		Reading<?> reading = Reading.of(request);
		return (own != null || reading == null) ? own : reading.call().attributes().get(name);
	}

	/** Returns the name of an operation of the library; null for an application's own. */
	private static @Nullable String operation(ClientRequest request) {
		Reading<?> reading = Reading.of(request);
		return (reading != null) ? reading.call().operation() : null;
	}

	/**
	 * Returns the same name for all calls of an operation: an application's own have
	 * their ids in the path.
	 * @return null if such a call was given a path without names for its ids
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
