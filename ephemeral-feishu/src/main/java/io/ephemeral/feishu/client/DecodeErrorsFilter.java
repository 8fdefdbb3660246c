package io.ephemeral.feishu.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Turns what is not {@code code = 0} into an error. The code decides, at any HTTP status:
 * the platform answers some failures with 200. A successful response that is no JSON,
 * such as a file, passes unread.
 */
final class DecodeErrorsFilter implements ExchangeFilterFunction {

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).flatMap((response) -> decode(request, response));
	}

	private Mono<ClientResponse> decode(ClientRequest request, ClientResponse response) {
		if (response.statusCode().is2xxSuccessful() && !isJson(response)) {
			return Mono.just(response);
		}
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> decode(Operations.nameOf(request), response, body));
	}

	private Mono<ClientResponse> decode(String operation, ClientResponse response, byte[] body) {
		Outcome outcome = Outcome.read(body);
		String logId = outcome.logId(response.headers().asHttpHeaders().getFirst("X-Tt-Logid"));
		if (outcome.code() == null && !response.statusCode().is2xxSuccessful()) {
			return Mono.error(new UnexpectedResponseException(operation, response.statusCode(), logId,
					"a body without a 'code'"));
		}
		if (outcome.code() != null && outcome.code() != 0) {
			return Mono.error(new FeishuApiException(operation, response.statusCode(), outcome.code(),
					(outcome.msg() != null) ? outcome.msg() : "", logId));
		}
		return Mono.just(response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build());
	}

	private static boolean isJson(ClientResponse response) {
		return response.headers().contentType().filter(MediaType.APPLICATION_JSON::isCompatibleWith).isPresent();
	}

	/**
	 * The members that every response of the platform shares.
	 */
	private record Outcome(@Nullable Integer code, @Nullable String msg, @Nullable Detail error) {

		private static final Outcome NONE = new Outcome(null, null, null);

		static Outcome read(byte[] body) {
			try {
				return WireMapper.INSTANCE.readValue(body, Outcome.class);
			}
			catch (JacksonException ex) {
				return NONE;
			}
		}

		@Nullable String logId(@Nullable String header) {
			return (this.error != null && this.error.logId() != null) ? this.error.logId() : header;
		}

	}

	private record Detail(@JsonProperty("log_id") @Nullable String logId) {
	}

}
