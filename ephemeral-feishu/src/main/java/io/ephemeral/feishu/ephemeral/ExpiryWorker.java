package io.ephemeral.feishu.ephemeral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.error.GoneException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Worker that deletes expired cards. It never deletes a card early, and repeats failed
 * deletions until the card is deleted. It reads the store once a second, from
 * {@link #start()} or from the first card with an expiry. It does not have its own
 * thread.
 */
public final class ExpiryWorker {

	private static final Log logger = LogFactory.getLog(ExpiryWorker.class);

	private static final Duration PERIOD = Duration.ofSeconds(1);

	/**
	 * Time after which another instance may delete a claimed card; longer than the
	 * deletion of a batch.
	 */
	private static final Duration LEASE = Duration.ofMinutes(2);

	/**
	 * Maximum wait for the limits; shorter than the lease, so that no card waits twice in
	 * one queue.
	 */
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private static final int BATCH = 256;

	private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

	/** Number of failures before a warning; they take about half a minute. */
	private static final int FAILURES_BEFORE_WARNING = 5;

	private final CardCalls calls;

	private final ExpiryStore store;

	/** Wall time. */
	private final Clock clock;

	/** Clock for the times in the store. */
	private final Clock storeClock;

	private final ExpiredCardListener listener;

	private @Nullable Disposable work;

	/**
	 * Creates a worker for a store. Nobody hears of expired cards.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param store store of the expiries
	 * @param clock clock with wall time. Cards in an in-memory store expire by elapsed
	 * time, so that a change of the clock does not affect them
	 */
	public ExpiryWorker(WebClient client, ExpiryStore store, Clock clock) {
		this(client, store, clock, ExpiredCardListener.none());
	}

	/**
	 * Creates a worker for a store.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param store store of the expiries
	 * @param clock clock with wall time. Cards in an in-memory store expire by elapsed
	 * time, so that a change of the clock does not affect them
	 * @param listener listener that hears of each card that has expired
	 */
	public ExpiryWorker(WebClient client, ExpiryStore store, Clock clock, ExpiredCardListener listener) {
		this(client, store, clock, new ElapsedClock(clock), listener);
	}

	/**
	 * Creates a worker for a store with a clock of its own for cards in memory, such as
	 * that of a test.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param store store of the expiries
	 * @param clock clock with wall time
	 * @param memoryClock clock by which cards in an in-memory store expire
	 * @param listener listener that hears of each card that has expired
	 */
	public ExpiryWorker(WebClient client, ExpiryStore store, Clock clock, Clock memoryClock,
			ExpiredCardListener listener) {
		this.calls = new CardCalls(client);
		this.store = (store instanceof InMemoryExpiryStore) ? store : new PunctualExpiryStore(store);
		this.clock = clock;
		this.listener = listener;
		this.storeClock = (store instanceof InMemoryExpiryStore) ? memoryClock : clock;
	}

	/**
	 * Starts the work on expiries from an earlier process. An in-memory store is empty at
	 * first, so the work on it starts with the first card.
	 */
	public void start() {
		if (!(this.store instanceof InMemoryExpiryStore)) {
			work();
		}
	}

	/**
	 * Stops the work. The expiries stay in the store. The work starts again with the next
	 * card that has an expiry.
	 */
	public synchronized void stop() {
		if (this.work != null) {
			this.work.dispose();
			this.work = null;
		}
	}

	/**
	 * Deletes all pending cards of an in-memory store, because they would never expire
	 * after the end of the process. This method does nothing for other stores, which may
	 * be persistent or shared with other instances.
	 * @return the number of remaining cards, after one attempt for each card
	 */
	public Mono<Integer> deleteAll() {
		if (!(this.store instanceof InMemoryExpiryStore memory)) {
			return Mono.just(0);
		}
		return memory.claim(Instant.MAX, Instant.MAX, Integer.MAX_VALUE)
			.map(PendingExpiry::unheard)
			.flatMap(this::expire, BATCH)
			.then(Mono.fromSupplier(memory::size));
	}

	/**
	 * Describes the pending expiries of an in-memory store. Other stores are not read.
	 * @return number of cards and time of the next deletion; null for other stores
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
	 * Saves an expiry after a duration.
	 */
	Mono<SentCard> expireAfter(SentCard card, @Nullable TenantKey tenant, Duration duration) {
		return Mono.defer(() -> expireAt(card, tenant, this.clock.instant().plus(duration)));
	}

	/**
	 * Saves an expiry at a time.
	 */
	Mono<SentCard> expireAt(SentCard card, @Nullable TenantKey tenant, Instant due) {
		return Mono.defer(() -> this.store.save(heard(expiry(card, tenant, inStore(due)), card)))
			.doOnSuccess((saved) -> work())
			.thenReturn(card.expiringAt(due));
	}

	private Instant inStore(Instant due) {
		return (this.store instanceof InMemoryExpiryStore)
				? this.storeClock.instant().plus(Duration.between(this.clock.instant(), due)) : due;
	}

	/**
	 * Deletes a card. If the first attempt fails or the caller cancels, further attempts
	 * follow in the background.
	 * @return result of the first attempt
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
	 * Removes the expiry of a deleted card. If this fails, the worker deletes the card
	 * again at its expiry, without harm.
	 */
	Mono<Void> forget(MessageId message) {
		return Mono.defer(() -> this.store.remove(message))
			.onErrorResume(
					(error) -> logged("Could not remove the expiry of " + message + " from the ExpiryStore", error));
	}

	private static PendingExpiry expiry(SentCard card, @Nullable TenantKey tenant, Instant due) {
		return new PendingExpiry(card.messageId(), card.delivery(), tenant, due, 0);
	}

	/**
	 * Adds what the listener hears of the card, except for an e-mail address, which must
	 * not be in a store in the clear.
	 */
	private PendingExpiry heard(PendingExpiry expiry, SentCard card) {
		if (!this.listener.isListening()) {
			return expiry;
		}
		if (card.viewer() instanceof Viewer.Email && !(this.store instanceof InMemoryExpiryStore)) {
			logger.warn("No method hears of the expiry of " + card.messageId() + ", because its viewer is named by "
					+ "e-mail, which the ExpiryStore would contain; name the viewer by open id");
			return expiry;
		}
		return new PendingExpiry(expiry.message(), expiry.delivery(), expiry.tenant(), expiry.due(), expiry.failures(),
				card.chat(), card.viewer());
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
		ExpiredCard expired = ExpiredCard.of(expiry);
		CardCalls bulk = this.calls.inBulk(LONGEST_WAIT);
		Mono<Void> end = (expired == null) ? deleteOnce(bulk, expiry) : delete(bulk, expiry).then(end(expired));
		return end.onErrorResume((error) -> putOff(expiry, error));
	}

	/**
	 * Removes the expiry of a deleted card, and tells the listener. If the removal fails,
	 * the expiry is claimed again, so the listener is not told before.
	 */
	private Mono<Void> end(ExpiredCard card) {
		return Mono.defer(() -> this.store.remove(card.messageId()))
			.doOnSuccess((removed) -> Schedulers.boundedElastic().schedule(() -> tell(card)))
			.onErrorResume((error) -> logged(
					"Could not remove the expiry of " + card.messageId() + " from the ExpiryStore", error));
	}

	/**
	 * Tells the listener. Even an {@link Error} is logged here, because the scheduler
	 * would log it without the card.
	 */
	private void tell(ExpiredCard card) {
		try {
			this.listener.onExpired(card);
		}
		catch (Throwable ex) {
			logger.error("The listener of the expired card " + card.messageId() + " failed", ex);
		}
	}

	private Mono<Void> deleteOnce(CardCalls calls, PendingExpiry expiry) {
		return delete(calls, expiry).then(forget(expiry.message()));
	}

	private static Mono<Void> delete(CardCalls calls, PendingExpiry expiry) {
		return Mono.defer(() -> callsFor(calls, expiry.tenant()).delete(expiry.message(), expiry.delivery()))
			.onErrorComplete(GoneException.class);
	}

	private static CardCalls callsFor(CardCalls calls, @Nullable TenantKey tenant) {
		return (tenant != null) ? calls.forTenant(tenant) : calls;
	}

	private Mono<Void> putOff(PendingExpiry expiry, Throwable error) {
		if (expiry.failures() == FAILURES_BEFORE_WARNING) {
			logger.warn(
					"The card " + expiry.message() + " has expired, but cannot be deleted yet: " + error.getMessage());
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
