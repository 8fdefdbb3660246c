package io.ephemeral.feishu.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.ephemeral.feishu.simulator.leak.LeakOracle;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Filter that shows requests to other hosts than the simulator to the search for
 * canaries: URL, headers and body.
 */
final class RequestWatch implements ExchangeFilterFunction {

	private final LeakOracle oracle;

	private final URI simulator;

	RequestWatch(LeakOracle oracle, URI simulator) {
		this.oracle = oracle;
		this.simulator = simulator;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		boolean toSimulator = this.simulator.getAuthority().equals(request.url().getAuthority());
		return next.exchange(toSimulator ? request : watched(request));
	}

	private ClientRequest watched(ClientRequest request) {
		String place = "a request to " + request.url().getAuthority();
		this.oracle.observe(place, request.url() + " " + request.headers() + " " + request.cookies());
		return ClientRequest.from(request)
			.body((output, context) -> request.body().insert(new WatchedBody(output, place), context))
			.build();
	}

	private final class WatchedBody extends ClientHttpRequestDecorator {

		private final String place;

		private final StringBuilder text = new StringBuilder();

		private WatchedBody(ClientHttpRequest request, String place) {
			super(request);
			this.place = place;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return super.writeWith(watched(body)).doFinally((end) -> observe());
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return super.writeAndFlushWith(Flux.from(body).map(this::watched)).doFinally((end) -> observe());
		}

		private Flux<DataBuffer> watched(Publisher<? extends DataBuffer> body) {
			return Flux.<DataBuffer>from(body)
				.doOnNext((part) -> this.text.append(part.toString(StandardCharsets.UTF_8)));
		}

		private void observe() {
			RequestWatch.this.oracle.observe(this.place, this.text.toString());
		}

	}

}
