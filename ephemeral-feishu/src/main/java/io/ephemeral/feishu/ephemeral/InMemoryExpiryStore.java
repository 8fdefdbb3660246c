package io.ephemeral.feishu.ephemeral;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import io.ephemeral.feishu.MessageId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Store of expiries in memory, ordered by time.
 */
final class InMemoryExpiryStore implements ExpiryStore {

	private final Map<MessageId, PendingExpiry> byMessage = new HashMap<>();

	private final NavigableSet<PendingExpiry> byTime = new TreeSet<>(
			Comparator.comparing(PendingExpiry::due).thenComparing((expiry) -> expiry.message().value()));

	@Override
	public Mono<Void> save(PendingExpiry expiry) {
		return Mono.fromRunnable(() -> put(expiry));
	}

	@Override
	public Mono<Void> remove(MessageId message) {
		return Mono.fromRunnable(() -> forget(message));
	}

	@Override
	public Flux<PendingExpiry> claim(Instant now, Instant until, int limit) {
		return Flux.defer(() -> Flux.fromIterable(take(now, until, limit)));
	}

	synchronized int size() {
		return this.byMessage.size();
	}

	/** Describes the pending expiries, in the time of the store. */
	synchronized PendingExpiries pending() {
		return new PendingExpiries(this.byMessage.size(), this.byTime.isEmpty() ? null : this.byTime.first().due());
	}

	private synchronized void put(PendingExpiry expiry) {
		forget(expiry.message());
		this.byMessage.put(expiry.message(), expiry);
		this.byTime.add(expiry);
	}

	private synchronized void forget(MessageId message) {
		@Nullable PendingExpiry known = this.byMessage.remove(message);
		if (known != null) {
			this.byTime.remove(known);
		}
	}

	private synchronized List<PendingExpiry> take(Instant now, Instant until, int limit) {
		List<PendingExpiry> due = this.byTime.stream()
			.takeWhile((expiry) -> !expiry.due().isAfter(now))
			.limit(limit)
			.toList();
		due.forEach((expiry) -> put(expiry.dueAt(until)));
		return due;
	}

}
