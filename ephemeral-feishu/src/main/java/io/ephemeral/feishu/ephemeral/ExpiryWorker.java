package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.error.GoneException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Deletes cards when their time has come, never before, and again until they are gone. It
 * looks into the store once a second from the first card on that expires, or from
 * {@link #start()} on. It has no thread of its own.
 */
public final class ExpiryWorker {

	private static final Log logger = LogFactory.getLog(ExpiryWorker.class);

	private static final Duration PERIOD = Duration.ofSeconds(1);

	/** Longer than deleting a batch takes; then another instance may try. */
	private static final Duration LEASE = Duration.ofMinutes(2);

	/** Ends before the lease, so that no card waits twice in one queue. */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private static final int BATCH = 256;

	private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

	/** Half a minute of failures is no hiccup any more. */
	private static final int FAILURES_BEFORE_WARNING = 5;

	private final CardCalls calls;

	private final ExpiryStore store;

	/** Wall time. */
	private final Clock clock;

	/** Time of what is in the store. */
	private final Clock storeClock;

	private @Nullable Disposable work;

	/**
	 * Works on a store.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param store keeps what is to be deleted
	 * @param clock wall time; cards in a store in memory expire by elapsed time, so that
	 * a clock that is set does not delete them early or late
	 */
	public ExpiryWorker(WebClient client, ExpiryStore store, Clock clock) {
		this.calls = new CardCalls(client);
		this.store = (store instanceof InMemoryExpiryStore) ? store : new PunctualExpiryStore(store);
		this.clock = clock;
		this.storeClock = (store instanceof InMemoryExpiryStore) ? new ElapsedClock(clock) : clock;
	}

	/**
	 * Resumes what an earlier process has left in the store. A store in memory has
	 * nothing, so then the work begins with the first card.
	 */
	public void start() {
		if (!(this.store instanceof InMemoryExpiryStore)) {
			work();
		}
	}

	/**
	 * Ends the work; what is in the store stays there. It begins again with the next card
	 * that expires.
	 */
	public synchronized void stop() {
		if (this.work != null) {
			this.work.dispose();
			this.work = null;
		}
	}

	/**
	 * Deletes all cards that have yet to expire, if the store is in memory and would
	 * forget them. Another store outlives the process, and the cards in it may be those
	 * of other instances.
	 * @return completes with the number of cards that are left, after one attempt each
	 */
	public Mono<Integer> deleteAll() {
		if (!(this.store instanceof InMemoryExpiryStore memory)) {
			return Mono.just(0);
		}
		return memory.claim(Instant.MAX, Instant.MAX, Integer.MAX_VALUE)
			.flatMap(this::expire, BATCH)
			.then(Mono.fromSupplier(memory::size));
	}

	/**
	 * Returns which cards are to be deleted, if the store is in memory. Another store is
	 * not asked.
	 * @return number and next time; null if only the store of the application knows
	 */
	public @Nullable PendingExpiries pending() {
		if (!(this.store instanceof InMemoryExpiryStore memory)) {
			return null;
		}
		PendingExpiries pending = memory.pending();
		Instant next = pending.next();
		return (next == null) ? pending : new PendingExpiries(pending.count(),
				this.clock.instant().plus(Duration.between(this.storeClock.instant(), next)));
	}

	/**
	 * Lets a card expire after a time.
	 */
	Mono<SentCard> expireAfter(SentCard card, @Nullable TenantKey tenant, Duration duration) {
		return Mono.defer(() -> expireAt(card, tenant, this.clock.instant().plus(duration)));
	}

	/**
	 * Lets a card expire at a time.
	 */
	Mono<SentCard> expireAt(SentCard card, @Nullable TenantKey tenant, Instant due) {
		return Mono.defer(() -> this.store.save(expiry(card, tenant, inStore(due))))
			.doOnSuccess((saved) -> work())
			.thenReturn(card.expiringAt(due));
	}

	private Instant inStore(Instant due) {
		return (this.store instanceof InMemoryExpiryStore)
				? this.storeClock.instant().plus(Duration.between(this.clock.instant(), due)) : due;
	}

	/**
	 * Deletes a card, and if that fails, or the caller leaves, goes on in the background.
	 * @return how the first attempt ended
	 */
	Mono<Void> deleteForSure(SentCard card, @Nullable TenantKey tenant) {
		return Mono.defer(() -> {
			PendingExpiry expiry = expiry(card, tenant, this.storeClock.instant().plus(LEASE));
			return this.store.save(expiry)
				.onErrorResume((error) -> logged("Could not store the deletion of " + card.messageId(), error))
				.then(deleteOnce(this.calls, expiry))
				.onErrorResume((error) -> putOff(expiry, error).doOnSuccess((saved) -> work()).then(Mono.error(error)))
				.doOnCancel(this::work);
		});
	}

	/**
	 * Forgets a card that is deleted already. If that fails, it is found to be gone when
	 * it expires.
	 */
	Mono<Void> forget(MessageId message) {
		return Mono.defer(() -> this.store.remove(message))
			.onErrorResume(
					(error) -> logged("Could not remove the expiry of " + message + " from the ExpiryStore", error));
	}

	private static PendingExpiry expiry(SentCard card, @Nullable TenantKey tenant, Instant due) {
		return new PendingExpiry(card.messageId(), card.delivery(), tenant, due, 0);
	}

	private synchronized void work() {
		if (this.work == null) {
			this.work = Flux.interval(PERIOD)
				.onBackpressureDrop()
				.concatMap((tick) -> claim(), 0)
				.flatMap(this::expire, BATCH)
				.subscribe();
		}
	}

	private Flux<PendingExpiry> claim() {
		return Flux.defer(() -> {
			Instant now = this.storeClock.instant();
			return this.store.claim(now, now.plus(LEASE), BATCH);
		})
			.retryWhen(Retry.backoff(Long.MAX_VALUE, PERIOD)
				.maxBackoff(Duration.ofMinutes(1))
				.doBeforeRetry(
						(failure) -> log("Could not read the expired cards from the ExpiryStore", failure.failure())));
	}

	private Mono<Void> expire(PendingExpiry expiry) {
		return deleteOnce(this.calls.inBulk(LONGEST_WAIT), expiry).onErrorResume((error) -> putOff(expiry, error));
	}

	private Mono<Void> deleteOnce(CardCalls calls, PendingExpiry expiry) {
		return Mono.defer(() -> callsFor(calls, expiry.tenant()).delete(expiry.message(), expiry.delivery()))
			.onErrorComplete(GoneException.class)
			.then(forget(expiry.message()));
	}

	private static CardCalls callsFor(CardCalls calls, @Nullable TenantKey tenant) {
		return (tenant != null) ? calls.forTenant(tenant) : calls;
	}

	private Mono<Void> putOff(PendingExpiry expiry, Throwable error) {
		if (expiry.failures() == FAILURES_BEFORE_WARNING) {
			logger.warn(expiry.message() + " has expired, but cannot be deleted yet: " + error.getMessage());
		}
		PendingExpiry next = expiry.failed(this.storeClock.instant().plus(backOff(expiry.failures())));
		return Mono.defer(() -> this.store.save(next))
			.onErrorResume(
					(failure) -> logged("Could not store the next attempt to delete " + expiry.message(), failure));
	}

	private static Duration backOff(int failures) {
		Duration backOff = Duration.ofSeconds(1L << Math.min(failures, 12));
		return (backOff.compareTo(LONGEST_BACK_OFF) < 0) ? backOff : LONGEST_BACK_OFF;
	}

	private static Mono<Void> logged(String problem, Throwable error) {
		return Mono.fromRunnable(() -> log(problem, error));
	}

	private static void log(String problem, Throwable error) {
		logger.warn(problem + ": " + error);
	}

}
