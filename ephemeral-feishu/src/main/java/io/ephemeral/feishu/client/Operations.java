package io.ephemeral.feishu.client;

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

	static boolean isIdempotent(ClientRequest request) {
		return request.attribute(IDEMPOTENT).isPresent();
	}

	static boolean isNamed(ClientRequest request) {
		return request.attribute(ATTRIBUTE).isPresent();
	}

	static String nameOf(ClientRequest request) {
		return (String) request.attribute(ATTRIBUTE)
			.orElseGet(() -> request.method() + " " + request.url().getRawPath());
	}

}
