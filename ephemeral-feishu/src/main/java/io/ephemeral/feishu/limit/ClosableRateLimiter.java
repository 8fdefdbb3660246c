package io.ephemeral.feishu.limit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Closable limiter around any other limiter. Closing fails all waiting calls and all new
 * calls with a {@link NotSentException}. Calls with a permit continue, and the HTTP
 * connections can be closed after them.
 */
public final class ClosableRateLimiter implements RateLimiter {

	private final RateLimiter limiter;

	private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

	private final AtomicInteger underWay = new AtomicInteger();

	/** Null while the limiter is open. Completes once no call holds a permit. */
	private final AtomicReference<Sinks.@Nullable Empty<Void>> closing = new AtomicReference<>();

	/**
	 * Creates an open limiter.
	 * @param limiter limiter that grants the permits
	 */
	public ClosableRateLimiter(RateLimiter limiter) {
		this.limiter = limiter;
	}

	@Override
	public Mono<Permit> acquire(PermitRequest request) {
		return new Admission(this.limiter.acquire(request), request.operation());
	}

	@Override
	public List<ClosedGate> closedGates() {
		return this.limiter.closedGates();
	}

	@Override
	public @Nullable RateLimits limits() {
		return this.limiter.limits();
	}

	@Override
	public List<LimitUse> use() {
		return this.limiter.use();
	}

	/**
	 * Fails all waiting calls and all new calls. Calls with a permit continue.
	 * @return a publisher that completes once each permit is released and the limiter
	 * behind this one is closed
	 */
	@Override
	public Mono<Void> close() {
		Sinks.Empty<Void> created = Sinks.empty();
		Sinks.@Nullable Empty<Void> present = this.closing.compareAndExchange(null, created);
		Sinks.Empty<Void> idle = (present != null) ? present : created;
		// In parallel, because each caller continues on the thread of the signal.
		this.waits.forEach((wait) -> wait.refuse(Schedulers.parallel()));
		completeIfIdle();
		return idle.asMono().then(Mono.defer(this.limiter::close));
	}

	/**
	 * Admits calls again after {@link #close}.
	 */
	public void open() {
		this.closing.set(null);
	}

	/**
	 * Returns the number of calls that hold a permit.
	 * @return zero or more
	 */
	public int underWay() {
		return this.underWay.get();
	}

	private boolean isClosed() {
		return this.closing.get() != null;
	}

	private void completeIfIdle() {
		Sinks.Empty<Void> idle = this.closing.get();
		if (idle != null && this.underWay.get() == 0) {
			idle.tryEmitEmpty();
		}
	}

	private void ended() {
		this.underWay.decrementAndGet();
		completeIfIdle();
	}

	private static NotSentException refusal(String operation) {
		return new NotSentException(operation
				+ " was not sent, because the application is stopping; repeat the call when the application runs again");
	}

	private final class Admission extends MonoOperator<Permit, Permit> {

		private final String operation;

		Admission(Mono<Permit> permit, String operation) {
			super(permit);
			this.operation = operation;
		}

		@Override
		public void subscribe(CoreSubscriber<? super Permit> actual) {
			if (isClosed()) {
				Operators.error(actual, refusal(this.operation));
				return;
			}
			this.source.subscribe(new Wait(actual, this.operation));
		}

	}

	/** Call that waits for its permit. The flag marks its end. */
	private final class Wait implements CoreSubscriber<Permit>, Subscription {

		private final CoreSubscriber<? super Permit> actual;

		private final String operation;

		private @Nullable Subscription source;

		private final AtomicBoolean over = new AtomicBoolean();

		private boolean granted;

		Wait(CoreSubscriber<? super Permit> actual, String operation) {
			this.actual = actual;
			this.operation = operation;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription source) {
			this.source = source;
			this.actual.onSubscribe(this);
			if (!this.over.get()) {
				ClosableRateLimiter.this.waits.add(this);
				if (this.over.get()) {
					ClosableRateLimiter.this.waits.remove(this);
				}
				else if (isClosed()) {
					refuse(Schedulers.immediate());
				}
			}
		}

		@Override
		public void request(long count) {
			if (this.source != null) {
				this.source.request(count);
			}
		}

		@Override
		public void onNext(Permit permit) {
			if (!ends()) {
				permit.release();
				return;
			}
			// Counted first, so that closing sees the call or the call sees the closing.
			ClosableRateLimiter.this.underWay.incrementAndGet();
			if (isClosed()) {
				ended();
				permit.release();
				this.actual.onError(refusal(this.operation));
				return;
			}
			this.granted = true;
			this.actual.onNext(new CountedPermit(permit, ClosableRateLimiter.this::ended));
		}

		@Override
		public void onError(Throwable error) {
			if (ends()) {
				this.actual.onError(error);
			}
		}

		@Override
		public void onComplete() {
			if (this.granted || ends()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void cancel() {
			ends();
			cancelSource();
		}

		private void cancelSource() {
			if (this.source != null) {
				this.source.cancel();
			}
		}

		/** Leaves the queue now, so that the slot of the call is not used any more. */
		void refuse(Scheduler errors) {
			if (ends()) {
				cancelSource();
				errors.schedule(() -> this.actual.onError(refusal(this.operation)));
			}
		}

		private boolean ends() {
			boolean first = this.over.compareAndSet(false, true);
			if (first) {
				ClosableRateLimiter.this.waits.remove(this);
			}
			return first;
		}

	}

}
