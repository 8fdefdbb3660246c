package io.ephemeral.feishu.callback.webflux;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackRejectedException;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.CallbackResponse;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Route of callbacks.
 */
public final class CallbackRoute {

	private final CallbackProcessor processor;

	private CallbackRoute(CallbackProcessor processor) {
		this.processor = processor;
	}

	/**
	 * Creates the route of a path.
	 * @param path path of the address in the developer console, without the host
	 * @param processor processor of the callbacks
	 * @return the route
	 */
	public static RouterFunction<ServerResponse> at(String path, CallbackProcessor processor) {
		return RouterFunctions.route(RequestPredicates.path(path), new CallbackRoute(processor)::handle);
	}

	private Mono<ServerResponse> handle(ServerRequest request) {
		if (!request.method().equals(HttpMethod.POST)) {
			return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.POST).build();
		}
		return this.processor.process(request.headers().asHttpHeaders(), body(request)).flatMap(Written::of);
	}

	private Mono<byte[]> body(ServerRequest request) {
		long most = this.processor.limits().bodySize().toBytes();
		if (request.headers().contentLength().orElse(0) > most) {
			return Mono.error(new CallbackRejectedException(Reason.TOO_LARGE));
		}
		return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), (int) most)
			.map(CallbackRoute::bytes)
			.onErrorMap(DataBufferLimitException.class, (ex) -> new CallbackRejectedException(Reason.TOO_LARGE));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	/**
	 * Response with the work after it.
	 *
	 * @param response response to write
	 * @param afterwards task that starts the work
	 */
	private record Written(ServerResponse response, Runnable afterwards) implements ServerResponse {

		static Mono<ServerResponse> of(CallbackResponse response) {
			BodyBuilder builder = ServerResponse.status(response.status()).contentLength(response.body().length);
			return ((response.body().length == 0) ? builder.build()
					: builder.contentType(MediaType.APPLICATION_JSON).bodyValue(response.body()))
				.map((written) -> new Written(written, response.afterwards()));
		}

		@Override
		public Mono<Void> writeTo(ServerWebExchange exchange, Context context) {
			return this.response.writeTo(exchange, context).doFinally((signal) -> this.afterwards.run());
		}

		@Override
		public HttpStatusCode statusCode() {
			return this.response.statusCode();
		}

		@Override
		public HttpHeaders headers() {
			return this.response.headers();
		}

		@Override
		public MultiValueMap<String, ResponseCookie> cookies() {
			return this.response.cookies();
		}

	}

}
