package io.ephemeral.feishu.client;

import io.ephemeral.feishu.error.LogId;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Body of a response. It has a size limit independent of the application's codecs,
 * because the response may come from another server than the platform.
 */
final class ResponseBody {

	/** More than a hundred times the size of documented responses. */
	static final int MAX_SIZE = 1024 * 1024;

	private ResponseBody() {
	}

	/**
	 * Reads all of the body.
	 * @return the bytes; an empty array if there is no body. The error is an
	 * {@link UnexpectedResponseException}
	 */
	static Mono<byte[]> read(String operation, ClientResponse response) {
		return Mono.defer(() -> join(response.body(BodyExtractors.toDataBuffers())))
			.onErrorMap((error) -> brokenOff(operation, response, error));
	}

	private static Mono<byte[]> join(Flux<DataBuffer> body) {
		return DataBufferUtils.join(body, MAX_SIZE).map(ResponseBody::bytes).defaultIfEmpty(new byte[0]);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	/**
	 * Creates the error for a body that was not read completely.
	 */
	static UnexpectedResponseException brokenOff(String operation, ClientResponse response, Throwable error) {
		String problem = (error instanceof DataBufferLimitException) ? "a body that is too large"
				: "an incomplete body";
		return unexpected(operation, response, problem, error);
	}

	/**
	 * Describes a body without a code. The description does not quote the body.
	 * @return a noun with an article
	 */
	static String problem(byte[] body) {
		int first = 0;
		while (first < body.length && Character.isWhitespace(body[first])) {
			first++;
		}
		if (first == body.length) {
			return "an empty body";
		}
		if (body[first] == '<') {
			return "a page of HTML or XML, perhaps from a gateway";
		}
		try {
			JsonNode tree = WireMapper.INSTANCE.readTree(body);
			return tree.has("code") ? "JSON with a code that is not a number" : "JSON without a code";
		}
		catch (JacksonException ex) {
			return (body[first] == '{') ? "JSON that is cut off or broken" : "a body that is not JSON";
		}
	}

	static UnexpectedResponseException unexpected(String operation, ClientResponse response, String problem,
			@Nullable Throwable cause) {
		return new UnexpectedResponseException(operation, response.statusCode(),
				LogId.of(response.headers().asHttpHeaders()), problem, cause);
	}

}
