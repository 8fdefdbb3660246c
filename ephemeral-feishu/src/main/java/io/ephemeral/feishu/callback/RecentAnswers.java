package io.ephemeral.feishu.callback;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers by the ids of what was answered, so that a second delivery gets the same
 * answer. The oldest are forgotten when the bodies take up too much memory.
 */
final class RecentAnswers {

	/** What an answer takes besides its body, at a guess. */
	private static final int OVERHEAD = 256;

	private final long capacity;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private long size;

	RecentAnswers(long capacity) {
		this.capacity = capacity;
	}

	/**
	 * Answers once. Who comes second meanwhile waits for the same answer, and who goes
	 * away does not stop it.
	 * @param id by which the callback is known
	 * @param answer is called for the first of an id only
	 */
	Mono<CallbackResponse> once(String id, Supplier<Mono<CallbackResponse>> answer) {
		Entry entry = new Entry(new CompletableFuture<>());
		Entry earlier = putIfAbsent(id, entry);
		if (earlier == null) {
			try {
				answer.get().subscribe((response) -> complete(entry, response), (error) -> fail(id, entry, error));
			}
			catch (Throwable ex) {
				// Reactor throws some errors instead of signaling them.
				fail(id, entry, ex);
			}
		}
		return mono(((earlier != null) ? earlier : entry).response);
	}

	/** Most answers are there at once. */
	private static Mono<CallbackResponse> mono(CompletableFuture<CallbackResponse> response) {
		return (response.isDone() && !response.isCompletedExceptionally()) ? Mono.just(response.join())
				: Mono.fromFuture(response, true);
	}

	private synchronized @Nullable Entry putIfAbsent(String id, Entry entry) {
		Entry earlier = this.entries.putIfAbsent(id, entry);
		if (earlier == null) {
			grow(entry, id.length() + OVERHEAD);
		}
		return earlier;
	}

	private void complete(Entry entry, CallbackResponse response) {
		synchronized (this) {
			if (entry.kept) {
				grow(entry, response.body().length);
			}
		}
		entry.response.complete(response);
	}

	/** It may go better the next time. */
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
			forgetOldest();
		}
	}

	private void forgetOldest() {
		Iterator<Entry> oldest = this.entries.values().iterator();
		while (this.size > this.capacity && oldest.hasNext()) {
			Entry forgotten = oldest.next();
			forgotten.kept = false;
			this.size -= forgotten.size;
			oldest.remove();
		}
	}

	synchronized int count() {
		return this.entries.size();
	}

	private static final class Entry {

		private final CompletableFuture<CallbackResponse> response;

		private int size;

		private boolean kept = true;

		Entry(CompletableFuture<CallbackResponse> response) {
			this.response = response;
		}

	}

}
