package io.ephemeral.feishu.client;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClient.RequestBodyUriSpec;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;

/**
 * JSON calls of the platform. This class writes and reads JSON itself, without the codecs
 * of the {@link WebClient}, so that settings of the application have no effect on it and
 * no log contains it.
 */
public final class FeishuApi {

	private static final String JSON_UTF_8 = "application/json; charset=utf-8";

	/** Attribute in which {@link WebClient} stores the path template. */
	static final String PATH_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private final WebClient client;

	private final Consumer<Map<String, Object>> attributes;

	private final Map<String, URI> addresses;

	/**
	 * Creates calls through a client.
	 * @param client a client of {@link FeishuWebClient}
	 */
	public FeishuApi(WebClient client) {
		this(client, (attributes) -> {
		}, new ConcurrentReferenceHashMap<>());
	}

	private FeishuApi(WebClient client, Consumer<Map<String, Object>> attributes, Map<String, URI> addresses) {
		this.client = client;
		this.attributes = attributes;
		this.addresses = addresses;
	}

	/**
	 * Sets the tenant for which a store app calls.
	 * @param tenant a tenant that has installed the app
	 * @return an instance that calls for that tenant
	 */
	public FeishuApi forTenant(TenantKey tenant) {
		return new FeishuApi(this.client, FeishuAttributes.tenant(tenant), this.addresses);
	}

	/**
	 * Calls an operation.
	 * @param <T> type of the result
	 * @param call call to make
	 * @param reader function from a whole response with {@code code} 0 to the result;
	 * throws an {@link IllegalArgumentException} or a Jackson exception if the response
	 * lacks documented fields
	 * @return the result of the reader; each subscription makes the call again. The error
	 * is a {@link FeishuApiException} if the platform refused the call, a
	 * {@link ConnectionFailedException} if nothing was sent, and a
	 * {@link DeliveryUnknownException} if the platform failed or there was no valid
	 * response
	 */
	public <T> Mono<T> call(FeishuCall call, Function<JsonNode, T> reader) {
		return Mono.defer(() -> {
			Reading<T> reading = new Reading<>(call, reader);
			return request(call, reading).exchangeToMono((response) -> Mono.fromSupplier(reading::result));
		});
	}

	private RequestHeadersSpec<?> request(FeishuCall call, Reading<?> reading) {
		RequestBodySpec request = addressed(call).attribute(Reading.ATTRIBUTE, reading).attributes(this.attributes);
		Object body = call.body();
		return (body == null) ? request : request.body((message, context) -> write(body, message));
	}

	/**
	 * Writes JSON when the request leaves, so that a waiting call holds neither JSON text
	 * nor headers in memory.
	 */
	private static Mono<Void> write(Object body, ClientHttpRequest request) {
		byte[] json = WireMapper.INSTANCE.writeValueAsBytes(body);
		request.getHeaders().set(HttpHeaders.CONTENT_TYPE, JSON_UTF_8);
		request.getHeaders().setContentLength(json.length);
		return request.writeWith(Mono.just(request.bufferFactory().wrap(json)));
	}

	/**
	 * Sets the URL of the request. The URL of a path without variables is built once,
	 * because this takes longer than writing a card.
	 */
	private RequestBodySpec addressed(FeishuCall call) {
		RequestBodyUriSpec request = this.client.method(call.method());
		boolean plain = call.variables().isEmpty() && call.path().indexOf('?') < 0;
		return plain ? request
			.uri((builder) -> this.addresses.computeIfAbsent(call.path(), (path) -> builder.path(path).build()))
			.attribute(PATH_TEMPLATE, call.path()) : request.uri(call.path(), call.variables().toArray());
	}

}
