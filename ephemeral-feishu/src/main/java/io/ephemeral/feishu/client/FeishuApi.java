package io.ephemeral.feishu.client;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Posts JSON to the platform and reads the answer. JSON is written and read here, not by
 * the codecs of the {@link WebClient}: the settings of the application do not reach it,
 * and no log shows it.
 */
public final class FeishuApi {

	private static final String JSON_UTF_8 = "application/json; charset=utf-8";

	private final WebClient client;

	/**
	 * Calls through a client.
	 * @param client one of {@link FeishuWebClient}
	 */
	public FeishuApi(WebClient client) {
		this.client = client;
	}

	/**
	 * Posts a call.
	 * @param <T> what is read from the response
	 * @param operation name of the operation in errors, such as {@code ephemeral.send}
	 * @param path path below the base URL
	 * @param body what Jackson writes as the documented fields, and nothing else
	 * @param reader reads the whole response, whose {@code code} is 0, and throws if it
	 * is not what the operation promises
	 * @return what was read, once somebody subscribes; each subscription posts anew.
	 * Errors are {@link FeishuApiException} if the platform refused,
	 * {@link ConnectionFailedException} if nothing was sent, and
	 * {@link DeliveryUnknownException} if there was no response, or none of the
	 * platform's
	 */
	public <T> Mono<T> post(String operation, String path, Object body, Function<JsonNode, T> reader) {
		return post(operation, path, body, (attributes) -> {
		}, reader);
	}

	/**
	 * Posts a call that does no harm when it is carried out twice. It is repeated also
	 * when nothing is known of the first one.
	 * @param <T> what is read from the response
	 * @param operation name of the operation in errors, such as {@code ephemeral.delete}
	 * @param path path below the base URL
	 * @param body what Jackson writes as the documented fields, and nothing else
	 * @param reader reads the whole response, as for {@link #post}
	 * @return what was read, once somebody subscribes
	 */
	public <T> Mono<T> postIdempotent(String operation, String path, Object body, Function<JsonNode, T> reader) {
		return post(operation, path, body, (attributes) -> attributes.put(Operations.IDEMPOTENT, true), reader);
	}

	private <T> Mono<T> post(String operation, String path, Object body, Consumer<Map<String, Object>> attributes,
			Function<JsonNode, T> reader) {
		return Mono.defer(() -> this.client.post()
			.uri(path)
			.attribute(Operations.ATTRIBUTE, operation)
			.attributes(attributes)
			.header(HttpHeaders.CONTENT_TYPE, JSON_UTF_8)
			.bodyValue(WireMapper.INSTANCE.writeValueAsBytes(body))
			.retrieve()
			.toEntity(byte[].class)
			.map((response) -> read(operation, response, reader))
			.onErrorMap(WebClientRequestException.class, (error) -> NoResponse.describe(operation, error)));
	}

	private static <T> T read(String operation, ResponseEntity<byte[]> response, Function<JsonNode, T> reader) {
		byte[] body = response.getBody();
		try {
			JsonNode tree = WireMapper.INSTANCE.readTree((body != null) ? body : new byte[0]);
			Assert.isTrue(tree.required("code").intValue() == 0, "'code' must be 0");
			return reader.apply(tree);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// The cause quotes the response, which may hold a token, so it stays out.
			throw new UnexpectedResponseException(operation, response.getStatusCode(), LogId.of(response.getHeaders()),
					"a body that is not the documented JSON", null);
		}
	}

}
