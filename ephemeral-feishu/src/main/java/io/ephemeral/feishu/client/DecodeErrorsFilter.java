package io.ephemeral.feishu.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

import io.ephemeral.feishu.error.FeishuApiErrors;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Filter that converts responses without {@code code = 0} into errors. The code decides
 * for each HTTP status, because the platform returns some failures with status 200. This
 * filter does not read a successful response without JSON, such as a file, of the
 * application's own call.
 */
final class DecodeErrorsFilter implements ExchangeFilterFunction {

	/**
	 * Start of nearly every response. Comparing it is cheaper than parsing the response
	 * twice.
	 */
	private static final byte[] SUCCESS = "{\"code\":0,".getBytes(StandardCharsets.UTF_8);

	private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).flatMap((response) -> decode(request, response));
	}

	private Mono<ClientResponse> decode(ClientRequest request, ClientResponse response) {
		boolean named = Operations.isNamed(request);
		String operation = Operations.nameOf(request);
		if (named || !response.statusCode().is2xxSuccessful()) {
			return ResponseBody.read(operation, response)
				.flatMap((body) -> decode(request, response, body, codeOf(body)));
		}
		if (!isJson(response)) {
			return Mono.just((request instanceof WatchedRequest watched) ? inTime(watched, response) : response);
		}
		// The codecs of the application limit the size.
		return response.bodyToMono(byte[].class)
			.onErrorMap((error) -> ResponseBody.brokenOff(operation, response, error))
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> decode(request, response, body, Objects.requireNonNullElse(codeOf(body), 0)));
	}

	private Mono<ClientResponse> decode(ClientRequest request, ClientResponse response, byte[] body,
			@Nullable Integer code) {
		String operation = Operations.nameOf(request);
		HttpStatusCode status = response.statusCode();
		int failure = (code == null || code == 0) ? throttled(status) : code;
		if (failure != 0) {
			return Mono.error(FeishuApiException.of(FeishuApiErrors.read(operation, status,
					response.headers().asHttpHeaders(), failure, detailsOf(body))));
		}
		if (code == null) {
			return Mono.error(ResponseBody.unexpected(operation, response, ResponseBody.problem(body), null));
		}
		if (!status.is2xxSuccessful()) {
			return Mono.error(ResponseBody.unexpected(operation, response, "the code 0, which means success", null));
		}
		Reading<?> reading = Reading.of(request);
		if (reading != null) {
			reading.read(response, body);
			return Mono.just(withBody(response, Flux.empty()));
		}
		return Mono.just(withBody(response, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))));
	}

	/**
	 * Limits the time for a body that the application reads later, after the end of the
	 * watch.
	 */
	private static ClientResponse inTime(WatchedRequest request, ClientResponse response) {
		return response.mutate().body(request.departure()::untilDeadline).build();
	}

	private static ClientResponse withBody(ClientResponse response, Flux<DataBuffer> body) {
		// A function, because the builder would release the body, which is already read.
		return response.mutate().body((consumed) -> body).build();
	}

	/**
	 * Returns the status as the code if a gateway limits the rate, because gateways
	 * return no code.
	 */
	private static int throttled(HttpStatusCode status) {
		return (status.value() == HttpStatus.TOO_MANY_REQUESTS.value()) ? status.value() : 0;
	}

	/**
	 * Reads the body up to the code, which the platform writes first.
	 */
	private static @Nullable Integer codeOf(byte[] body) {
		if (Arrays.mismatch(body, SUCCESS) == SUCCESS.length) {
			return 0;
		}
		try (JsonParser parser = WireMapper.INSTANCE.createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				JsonToken value = parser.nextToken();
				if (name.equals("code")) {
					return codeOf(parser, value);
				}
				parser.skipChildren();
			}
			return null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Reads all of a body whose code is known. A truncated body has a code, but no
	 * details.
	 */
	private static JsonNode detailsOf(byte[] body) {
		try {
			return WireMapper.INSTANCE.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** Reads a code that a gateway may have converted into a string. */
	private static @Nullable Integer codeOf(JsonParser parser, JsonToken value) {
		return switch (value) {
			case VALUE_NUMBER_INT -> parser.getIntValue();
			case VALUE_STRING -> codeOf(parser.getString());
			default -> null;
		};
	}

	private static @Nullable Integer codeOf(String text) {
		long code = NUMBER.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
		return (code <= Integer.MAX_VALUE) ? Integer.valueOf((int) code) : null;
	}

	private static boolean isJson(ClientResponse response) {
		String contentType = response.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
		return contentType != null && StringUtils.startsWithIgnoreCase(contentType, MediaType.APPLICATION_JSON_VALUE);
	}

}
