package io.ephemeral.feishu.simulator.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Body of a request, which must not be larger than 1 MB.
 */
public final class RequestBody {

	static final String TOO_LARGE = "the body is larger than 1 MB";

	private static final int MAX_SIZE = 1024 * 1024;

	private RequestBody() {
	}

	/**
	 * Reads a body as UTF-8.
	 * @return the body, empty without one; or a {@link TooLargeException}
	 */
	public static Mono<String> read(HttpServerRequest request) {
		return request.receive()
			.asByteArray()
			.collect(ByteArrayOutputStream::new, RequestBody::append)
			.map((bytes) -> bytes.toString(StandardCharsets.UTF_8));
	}

	private static void append(ByteArrayOutputStream body, byte[] bytes) {
		if (body.size() + bytes.length > MAX_SIZE) {
			throw new TooLargeException();
		}
		body.writeBytes(bytes);
	}

	public static final class TooLargeException extends RuntimeException {

		private TooLargeException() {
			super(TOO_LARGE, null, false, false);
		}

	}

}
