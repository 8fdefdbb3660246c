package io.ephemeral.feishu.registration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriUtils;

/**
 * Endpoint that registers apps. It reads and writes the bodies itself, because the codecs
 * of a {@link WebClient} may log them, and they contain the secret.
 */
final class RegistrationEndpoint {

	private static final String PATH = "/oauth/v1/app/registration";

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final int MAX_SIZE = 64 * 1024;

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final WebClient client;

	RegistrationEndpoint(WebClient client) {
		this.client = client;
	}

	/**
	 * Posts a form.
	 * @param host scheme and host of the platform's accounts
	 * @return the response with any status, because the body decides; an empty object if
	 * the body is not a JSON object
	 */
	Mono<JsonNode> post(URI host, Map<String, String> fields) {
		byte[] form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.UTF_8);
		return this.client.post()
			.uri(host.resolve(PATH))
			.accept(MediaType.APPLICATION_JSON)
			.body((request, context) -> write(form, request))
			.exchangeToMono(RegistrationEndpoint::read)
			.timeout(TIMEOUT);
	}

	private static Mono<Void> write(byte[] form, ClientHttpRequest request) {
		request.getHeaders().setContentType(MediaType.APPLICATION_FORM_URLENCODED);
		request.getHeaders().setContentLength(form.length);
		return request.writeWith(Mono.fromSupplier(() -> request.bufferFactory().wrap(form)));
	}

	private static Mono<JsonNode> read(ClientResponse response) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), MAX_SIZE)
			.map(RegistrationEndpoint::json)
			.defaultIfEmpty(JsonNodeFactory.instance.objectNode());
	}

	private static JsonNode json(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		try {
			JsonNode body = MAPPER.readTree(bytes);
			return body.isObject() ? body : JsonNodeFactory.instance.objectNode();
		}
		catch (JacksonException ex) {
			return JsonNodeFactory.instance.objectNode();
		}
	}

}
