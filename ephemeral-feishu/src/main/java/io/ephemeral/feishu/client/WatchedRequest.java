package io.ephemeral.feishu.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * Request that reports its departure. A request with a body departs when the HTTP client
 * requests the body. Before that, there is no connection, and a server does not carry out
 * a request without its body. A request without a body departs when the HTTP client
 * accepts it, perhaps before there is a connection.
 */
final class WatchedRequest implements ClientRequest {

	private final ClientRequest request;

	private final Departure departure;

	WatchedRequest(ClientRequest request, Departure departure) {
		this.request = request;
		this.departure = departure;
	}

	Departure departure() {
		return this.departure;
	}

	@Override
	public HttpMethod method() {
		return this.request.method();
	}

	@Override
	public URI url() {
		return this.request.url();
	}

	@Override
	public HttpHeaders headers() {
		return this.request.headers();
	}

	@Override
	public MultiValueMap<String, String> cookies() {
		return this.request.cookies();
	}

	@Override
	public BodyInserter<?, ? super ClientHttpRequest> body() {
		return this.request.body();
	}

	@Override
	public Map<String, Object> attributes() {
		return this.request.attributes();
	}

	@Override
	public @Nullable Consumer<ClientHttpRequest> httpRequest() {
		return this.request.httpRequest();
	}

	@Override
	public String logPrefix() {
		return this.request.logPrefix();
	}

	@Override
	public Mono<Void> writeTo(ClientHttpRequest request, ExchangeStrategies strategies) {
		return this.request.writeTo(new Writing(request, this.departure), strategies);
	}

	/**
	 * Departure of one request.
	 */
	interface Departure {

		/**
		 * Marks the departure of a request with a body.
		 * @return whether the request may leave; false if it has ended
		 */
		boolean departs();

		/**
		 * Marks that the HTTP client has accepted the request and may have sent it.
		 * @return whether the request may leave; false if it has ended
		 */
		boolean handedOver();

		/**
		 * Limits the time for a body that is read later to the rest of the deadline.
		 */
		Flux<DataBuffer> untilDeadline(Flux<DataBuffer> body);

	}

	private static final class Writing extends ClientHttpRequestDecorator {

		private final Departure departure;

		Writing(ClientHttpRequest request, Departure departure) {
			super(request);
			this.departure = departure;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			// Keeps one buffer as a Mono, because HTTP clients send that in one piece.
			return super.writeWith((body instanceof Mono<? extends DataBuffer> buffer)
					? Mono.defer(() -> this.departure.departs() ? buffer : ended())
					: Flux.defer(() -> this.departure.departs() ? body : ended()));
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return super.writeAndFlushWith(Flux.defer(() -> this.departure.departs() ? body : ended()));
		}

		@Override
		public Mono<Void> setComplete() {
			return Mono.defer(() -> this.departure.handedOver() ? super.setComplete() : ended());
		}

		private static <T> Mono<T> ended() {
			return Mono.error(() -> new CancellationException("The call ended before the request left"));
		}

	}

}
