package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Recent responses by the ids of their callbacks, so that a second delivery gets the same
 * response. The oldest responses are removed when the responses need too much memory, and
 * all after a time.
 */
final class RecentAnswers {

	/** Estimated memory of a response besides its body. */
	private static final int OVERHEAD = 256;

	/** Time between two removals of old responses. */
	private static final long BETWEEN_REMOVALS = TimeUnit.SECONDS.toNanos(1);

	/**
	 * Response to all events that arrive again. An event keeps no response of its own,
	 * because many events are kept.
	 */
	private static final CompletableFuture<CallbackResponse> ACCEPTED = CompletableFuture
		.completedFuture(CallbackResponse.ACCEPTED);

	private final long capacity;

	private final Duration age;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private long size;

	/** Last time at which old responses were removed. */
	private long cleaned = now();

	/**
	 * Creates an empty collection.
	 * @param capacity maximum memory in bytes
	 * @param age time after which a response is removed
	 */
	RecentAnswers(long capacity, Duration age) {
		this.capacity = capacity;
		this.age = age;
	}

	/**
	 * Returns the response to a callback, and creates it only once. A second delivery
	 * waits for the same response. A canceled caller does not stop the creation.
	 * @param id id of the callback
	 * @param answer supplier of the response, called only for the first delivery
	 */
	Mono<CallbackResponse> once(String id, Supplier<Mono<CallbackResponse>> answer) {
		CompletableFuture<CallbackResponse> first = new CompletableFuture<>();
		Entry entry = new Entry(first, now());
		CompletableFuture<CallbackResponse> earlier = putIfAbsent(id, entry);
		if (earlier != null) {
			return mono(earlier);
		}
		try {
			Mono<CallbackResponse> created = answer.get();
			if (created instanceof Fuseable.ScalarCallable<?>) {
				complete(entry, Objects.requireNonNull(created.block()));
				return created;
			}
			created.subscribe((response) -> complete(entry, response), (error) -> fail(id, entry, error));
		}
		catch (Throwable ex) {
			// Reactor throws some errors instead of signaling them.
			fail(id, entry, ex);
		}
		return mono(first);
	}

	/**
	 * Returns a publisher of the response. In the usual case, the response is complete.
	 */
	private static Mono<CallbackResponse> mono(CompletableFuture<CallbackResponse> response) {
		return (response.isDone() && !response.isCompletedExceptionally()) ? Mono.just(response.join())
				: Mono.fromFuture(response, true);
	}

	private synchronized @Nullable CompletableFuture<CallbackResponse> putIfAbsent(String id, Entry entry) {
		Entry earlier = this.entries.putIfAbsent(id, entry);
		if (earlier != null) {
			return earlier.response;
		}
		grow(entry, id.length() + OVERHEAD);
		if (entry.since - this.cleaned >= BETWEEN_REMOVALS) {
			this.cleaned = entry.since;
			forgetOld(entry.since);
		}
		return null;
	}

	private void complete(Entry entry, CallbackResponse response) {
		CompletableFuture<CallbackResponse> first;
		synchronized (this) {
			first = entry.response;
			entry.response = response.isAcceptance() ? ACCEPTED : first;
			if (entry.kept) {
				grow(entry, response.body().length);
			}
		}
		first.complete(response);
	}

	/** Removes the failed entry, because the next attempt may succeed. */
	private void fail(String id, Entry entry, Throwable error) {
		synchronized (this) {
			if (this.entries.remove(id, entry)) {
				this.size -= entry.size;
			}
		}
		entry.response.completeExceptionally(error);
	}

	private void grow(Entry entry, int size) {
		entry.size += size;
		this.size += size;
		if (this.size > this.capacity) {
			forget((oldest) -> this.size > this.capacity);
		}
	}

	private void forgetOld(long now) {
		forget((oldest) -> now - oldest.since > this.age.toNanos());
	}

	/** Removes the oldest entries while a condition is met. */
	private void forget(Predicate<Entry> condition) {
		Iterator<Entry> oldest = this.entries.values().iterator();
		while (oldest.hasNext()) {
			Entry entry = oldest.next();
			if (!condition.test(entry)) {
				return;
			}
			entry.kept = false;
			this.size -= entry.size;
			oldest.remove();
		}
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	synchronized int count() {
		return this.entries.size();
	}

	private static final class Entry {

		private CompletableFuture<CallbackResponse> response;

		private final long since;

		private int size;

		private boolean kept = true;

		Entry(CompletableFuture<CallbackResponse> response, long since) {
			this.response = response;
			this.since = since;
		}

	}

}
