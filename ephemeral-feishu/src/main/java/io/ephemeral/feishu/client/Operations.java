package io.ephemeral.feishu.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * The names of operations, which travel as an attribute of the request.
 */
final class Operations {

	static final String ATTRIBUTE = Operations.class.getName() + ".name";

	/** Says that the operation does no harm when it is carried out twice. */
	static final String IDEMPOTENT = Operations.class.getName() + ".idempotent";

	private Operations() {
	}

	static boolean isReading(ClientRequest request) {
		return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
	}

	static boolean isIdempotent(ClientRequest request) {
		return request.attribute(IDEMPOTENT).isPresent();
	}

	/**
	 * The same name for all calls of an operation: an application's own have their ids in
	 * the path.
	 * @return null if such a call was given a path without names for its ids
	 */
	static @Nullable String templateOf(ClientRequest request) {
		Map<String, Object> attributes = request.attributes();
		if (attributes.get(ATTRIBUTE) instanceof String name) {
			return name;
		}
		if (!(attributes.get(FeishuApi.PATH_TEMPLATE) instanceof String template)) {
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
		return request.attribute(ATTRIBUTE).isPresent();
	}

	static String nameOf(ClientRequest request) {
		return (String) request.attribute(ATTRIBUTE)
			.orElseGet(() -> request.method() + " " + request.url().getRawPath());
	}

}
