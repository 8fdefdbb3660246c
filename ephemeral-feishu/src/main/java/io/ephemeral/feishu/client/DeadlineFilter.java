package io.ephemeral.feishu.client;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Filter that watches each request until the end of its response. It has two deadlines:
 * one for the departure of the request, and one from the departure to the end of the
 * response. The second one is necessary, because the time-outs of HTTP clients restart
 * with each byte. A failure before the departure becomes a
 * {@link ConnectionFailedException}, regardless of the error of the HTTP client.
 */
final class DeadlineFilter implements ExchangeFilterFunction {

	private final Deadlines departures;

	private final Deadlines responses;

	/** Whether an unwritten request was certainly not sent. */
	private volatile boolean writing;

	/**
	 * Creates the filter of one client.
	 * @param policy deadlines
	 */
	DeadlineFilter(CallPolicy policy) {
		this.departures = new Deadlines(policy.acquireTimeout(), Schedulers::parallel);
		this.responses = new Deadlines(policy.responseTimeout(), Schedulers::parallel);
	}

	/**
	 * Marks that the client uses Spring's exchange function, which writes each request
	 * that it sends. Spring configures codecs only if it builds this function. An
	 * exchange function of the application may send a request in any way, so it is
	 * unknown whether a request was sent once it is handed over.
	 */
	void codecsAreUsed(ClientCodecConfigurer codecs) {
		this.writing = true;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return new WatchedExchange(request, next);
	}

	private enum State {

		/** Nothing has left. */
		WAITING,

		/**
		 * The HTTP client has the request, and only some of its exceptions prove that
		 * nothing was sent.
		 */
		HANDED_OVER,

		/** The request has left or is leaving. */
		DEPARTED,

		OVER

	}

	private final class WatchedExchange extends Mono<ClientResponse> {

		private final ClientRequest request;

		private final ExchangeFunction next;

		WatchedExchange(ClientRequest request, ExchangeFunction next) {
			this.request = request;
			this.next = next;
		}

		@Override
		public void subscribe(CoreSubscriber<? super ClientResponse> actual) {
			CallScope scope = CallScope.of(actual.currentContext());
			scope.requested();
			Watch watch = new Watch(Operations.nameOf(this.request), scope.sentRequests(), actual);
			Mono<ClientResponse> exchange;
			try {
				exchange = this.next.exchange(new WatchedRequest(this.request, watch));
			}
			catch (RuntimeException ex) {
				Operators.error(actual, ex);
				return;
			}
			exchange.subscribe(watch);
		}

	}

	private final class Watch extends Deadlines.Deadline
			implements WatchedRequest.Departure, CoreSubscriber<ClientResponse>, Subscription {

		private final String operation;

		private final @Nullable SentRequests sentRequests;

		private final CoreSubscriber<? super ClientResponse> actual;

		private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

		private @Nullable Subscription source;

		private long departedAt;

		private boolean answered;

		private volatile boolean departedAgain;

		Watch(String operation, @Nullable SentRequests sentRequests, CoreSubscriber<? super ClientResponse> actual) {
			this.operation = operation;
			this.sentRequests = sentRequests;
			this.actual = actual;
		}

		@Override
		public boolean departs() {
			return leaves(State.DEPARTED);
		}

		@Override
		public boolean handedOver() {
			return leaves(State.HANDED_OVER);
		}

		private boolean leaves(State next) {
			if (!this.state.compareAndSet(State.WAITING, next)) {
				// An HTTP client may repeat the request on another connection.
				this.departedAgain = true;
				return this.state.get() != State.OVER;
			}
			if (this.sentRequests != null && !this.sentRequests.departs()) {
				return false;
			}
			DeadlineFilter.this.departures.remove(this);
			this.departedAt = DeadlineFilter.this.responses.now();
			DeadlineFilter.this.responses.add(this);
			if (this.state.get() == State.OVER) {
				DeadlineFilter.this.responses.remove(this);
			}
			return true;
		}

		@Override
		public Flux<DataBuffer> untilDeadline(Flux<DataBuffer> body) {
			return Flux
				.defer(() -> body.takeUntilOther(Mono.delay(DeadlineFilter.this.responses.leftSince(this.departedAt))
					.flatMap((over) -> Mono.error(responseTimedOut()))));
		}

		@Override
		void expired(Deadlines deadlines) {
			if (deadlines == DeadlineFilter.this.responses) {
				fail(ends() != State.OVER, this::responseTimedOut);
			}
			else {
				// The request may have departed after the timer expired.
				fail(this.state.compareAndSet(State.WAITING, State.OVER), this::departureTimedOut);
			}
		}

		private void fail(boolean first, Supplier<FeishuException> error) {
			if (first) {
				if (this.source != null) {
					this.source.cancel();
				}
				this.actual.onError(error.get());
			}
		}

		private ConnectionFailedException departureTimedOut() {
			return new ConnectionFailedException(this.operation,
					new TimeoutException("none was ready within %d ms (feishu.http.acquire-timeout)"
						.formatted(DeadlineFilter.this.departures.timeout().toMillis())));
		}

		private DeliveryUnknownException responseTimedOut() {
			return new DeliveryUnknownException(this.operation,
					"%s got no complete response within %d ms (feishu.http.response-timeout), so whether it had an effect is unknown"
						.formatted(this.operation, DeadlineFilter.this.responses.timeout().toMillis()),
					new TimeoutException());
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription source) {
			this.source = source;
			DeadlineFilter.this.departures.add(this);
			if (!DeadlineFilter.this.writing) {
				handedOver();
			}
			this.actual.onSubscribe(this);
		}

		@Override
		public void request(long count) {
			if (this.source != null) {
				this.source.request(count);
			}
		}

		@Override
		public void onNext(ClientResponse response) {
			if (ends() != State.OVER) {
				this.answered = true;
				this.actual.onNext(response);
			}
			else {
				response.releaseBody().subscribe();
			}
		}

		@Override
		public void onError(Throwable error) {
			State before = ends();
			if (before != State.OVER) {
				if (this.sentRequests != null && before != State.WAITING && Effect.of(error) == Effect.NONE) {
					this.sentRequests.hadNoEffect();
				}
				this.actual
					.onError((error instanceof WebClientRequestException failure && wasNeverSent(before, failure))
							? neverSent(failure) : error);
			}
		}

		private boolean wasNeverSent(State before, WebClientRequestException error) {
			return switch (before) {
				case WAITING -> true;
				case HANDED_OVER -> CallOutcome.isBeforeRequest(error.getCause());
				// The HTTP client of the JDK requests the body during the handshake.
				case DEPARTED -> !this.departedAgain && CallOutcome.isOfHandshake(error.getCause());
				case OVER -> false;
			};
		}

		private ConnectionFailedException neverSent(WebClientRequestException error) {
			return new ConnectionFailedException(this.operation, error.getUri(),
					(error.getCause() != null) ? error.getCause() : error);
		}

		@Override
		public void onComplete() {
			if (ends() != State.OVER || this.answered) {
				this.actual.onComplete();
			}
		}

		@Override
		public void cancel() {
			ends();
			if (this.source != null) {
				this.source.cancel();
			}
		}

		/**
		 * Ends the watch.
		 * @return the previous state
		 */
		private State ends() {
			State before = this.state.getAndSet(State.OVER);
			if (before == State.WAITING) {
				DeadlineFilter.this.departures.remove(this);
			}
			else if (before != State.OVER) {
				DeadlineFilter.this.responses.remove(this);
			}
			return before;
		}

	}

}
