package io.ephemeral.feishu.client;

import java.util.function.Function;

import io.ephemeral.feishu.error.UnexpectedResponseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Call and the reader of its response. It is an attribute of the request, so that the
 * response is read inside of the filters for retries, logs and metrics.
 *
 * @param <T> type of the result
 */
final class Reading<T> {

	static final String ATTRIBUTE = Reading.class.getName();

	private final FeishuCall call;

	private final Function<JsonNode, T> reader;

	private @Nullable T result;

	Reading(FeishuCall call, Function<JsonNode, T> reader) {
		this.call = call;
		this.reader = reader;
	}

	/** Returns the call, whose attributes also apply to the request. */
	FeishuCall call() {
		return this.call;
	}

	static @Nullable Reading<?> of(ClientRequest request) {
		return (Reading<?>) request.attributes().get(ATTRIBUTE);
	}

	/**
	 * Reads a successful response.
	 * @throws UnexpectedResponseException if the response lacks documented fields
	 */
	void read(ClientResponse response, byte[] body) {
		JsonNode tree = parse(response, body);
		try {
			Assert.isTrue(tree.required("code").intValue() == 0, "'code' must be 0");
			this.result = this.reader.apply(tree);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// Omits the cause, because it quotes the response, which may contain a token.
			throw ResponseBody.unexpected(this.call.operation(), response, "JSON without the fields of the operation",
					null);
		}
	}

	private JsonNode parse(ClientResponse response, byte[] body) {
		try {
			return WireMapper.INSTANCE.readTree(body);
		}
		catch (JacksonException ex) {
			throw ResponseBody.unexpected(this.call.operation(), response, ResponseBody.problem(body), null);
		}
	}

	T result() {
		Assert.state(this.result != null,
				"The WebClient lacks the filters of FeishuWebClient; build it with FeishuWebClient");
		return this.result;
	}

}
