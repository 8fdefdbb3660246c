package io.ephemeral.feishu.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Turns what is not {@code code = 0} into an error. The code decides, at any HTTP status:
 * the platform answers some failures with 200. A successful response to a call of the
 * application's own that is no JSON, such as a file, passes unread.
 */
final class DecodeErrorsFilter implements ExchangeFilterFunction {

	/**
	 * How nearly every response begins; seeing that is cheaper than parsing it twice.
	 */
	private static final byte[] SUCCESS = "{\"code\":0,".getBytes(StandardCharsets.UTF_8);

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).flatMap((response) -> decode(request, response));
	}

	private Mono<ClientResponse> decode(ClientRequest request, ClientResponse response) {
		if (response.statusCode().is2xxSuccessful() && !isJson(response) && !Operations.isNamed(request)) {
			return Mono.just(response);
		}
		String operation = Operations.nameOf(request);
		return response.bodyToMono(byte[].class)
			.onErrorMap((error) -> brokenOff(operation, response, error))
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> decode(operation, response, body));
	}

	private Mono<ClientResponse> decode(String operation, ClientResponse response, byte[] body) {
		Integer code = codeOf(body);
		if (code == null && response.statusCode().value() == 429) {
			code = 429;
		}
		if (code != null && code != 0) {
			return Mono.error(FeishuApiException.of(FeishuApiErrors.read(operation, response.statusCode(),
					response.headers().asHttpHeaders(), code, detailsOf(body))));
		}
		if (!response.statusCode().is2xxSuccessful()) {
			return Mono.error(new UnexpectedResponseException(operation, response.statusCode(),
					LogId.of(response.headers().asHttpHeaders()), "a body without the code of an error", null));
		}
		return Mono.just(response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build());
	}

	private static Throwable brokenOff(String operation, ClientResponse response, Throwable error) {
		return new UnexpectedResponseException(operation, response.statusCode(),
				LogId.of(response.headers().asHttpHeaders()), "a body that could not be read to its end", error);
	}

	/**
	 * Reads no further than the code, which the platform writes first.
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
	 * Reads all of a body whose code is known, so that a cut-off one still tells the
	 * code.
	 */
	private static JsonNode detailsOf(byte[] body) {
		try {
			return WireMapper.INSTANCE.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** A gateway on the way may have made a string of it. */
	private static @Nullable Integer codeOf(JsonParser parser, JsonToken value) {
		return switch (value) {
			case VALUE_NUMBER_INT -> parser.getIntValue();
			case VALUE_STRING ->
				NUMBER.matcher(parser.getString()).matches() ? Integer.valueOf(parser.getString()) : null;
			default -> null;
		};
	}

	private static boolean isJson(ClientResponse response) {
		String contentType = response.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
		return contentType != null && StringUtils.startsWithIgnoreCase(contentType, MediaType.APPLICATION_JSON_VALUE);
	}

}
