package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.ephemeral.feishu.callback.RunningWork.Kind;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Work of the application that was accepted and has not ended: handlers, the work after
 * their replies, and listeners. The number of pieces is limited. A warning names slow
 * work. The application waits for the work before it stops.
 */
final class ApplicationWork {

	private static final Log logger = LogFactory.getLog(ApplicationWork.class);

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

	private final int maxPending;

	private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

	private final AtomicInteger clicks = new AtomicInteger();

	private final AtomicInteger events = new AtomicInteger();

	private final AtomicBoolean watched = new AtomicBoolean();

	/** Completed when the next work ends, while a caller waits for it. */
	private volatile CompletableFuture<@Nullable Void> nextEnd = CompletableFuture.completedFuture(null);

	private volatile boolean closed;

	ApplicationWork(int maxPending) {
		this.maxPending = maxPending;
	}

	/**
	 * Accepts a handler on each subscription.
	 * @param handling handling that always ends, such as a call of
	 * {@link ApplicationCall}
	 * @return the result of the handling, or a {@link WorkRefusedException}
	 */
	<T> Mono<T> handler(WorkName name, Mono<T> handling) {
		return Mono.defer(() -> {
			accept(this.clicks, "clicks");
			Entry entry = add(name, this.clicks, null);
			return handling.doFinally((end) -> remove(entry));
		});
	}

	/**
	 * Accepts the work after a reply. It is never refused, because its click was
	 * accepted.
	 * @return a task that starts the work when it runs for the first time
	 */
	Runnable afterwards(WorkName name, Mono<Void> work) {
		this.clicks.incrementAndGet();
		return once(add(name, this.clicks, work));
	}

	/**
	 * Accepts the work after a late reply. Until the reply, the handler counts as
	 * pending; afterwards, the work does.
	 * @param work the work, created by {@link #lateWork}
	 * @return a task that starts the wait for the reply when it runs for the first time
	 */
	Runnable afterLateReply(WorkName name, Mono<Void> work) {
		return once(add(name, null, work));
	}

	Mono<Void> lateWork(WorkName name, Mono<Void> work) {
		return Mono.defer(() -> {
			this.clicks.incrementAndGet();
			Entry entry = add(name, this.clicks, null);
			return work.doFinally((end) -> remove(entry));
		});
	}

	/**
	 * Accepts an event.
	 * @return a task that starts the work when it runs for the first time
	 * @throws WorkRefusedException if the event is not accepted
	 */
	Runnable listener(WorkName name, Mono<Void> work) {
		accept(this.events, "events");
		return once(add(name, this.events, work));
	}

	/**
	 * Refuses new work, and waits for the remaining work.
	 * @param longest maximum wait; a warning names work that has not ended by then
	 */
	void close(Duration longest) {
		this.closed = true;
		Mono.defer(this::nextEnd).repeat(() -> !this.entries.isEmpty()).then().timeout(longest, Mono.empty()).block();
		List<Entry> rest = this.entries.stream().filter((entry) -> entry.counter != null).toList();
		if (!rest.isEmpty()) {
			logger.warn("The application stops before the end of " + summary(rest));
		}
	}

	private Mono<Void> nextEnd() {
		CompletableFuture<@Nullable Void> end = renewedEnd();
		return this.entries.isEmpty() ? Mono.empty() : Mono.fromFuture(end, true);
	}

	/** Returns the same future for all waiting callers. */
	private synchronized CompletableFuture<@Nullable Void> renewedEnd() {
		if (this.nextEnd.isDone()) {
			this.nextEnd = new CompletableFuture<>();
		}
		return this.nextEnd;
	}

	/** Accepts new work again. */
	void open() {
		this.closed = false;
	}

	List<RunningWork> running() {
		long now = now();
		return this.entries.stream()
			.filter((entry) -> entry.counter != null)
			.map((entry) -> entry.name.running(entry.age(now)))
			.toList();
	}

	private void accept(AtomicInteger counter, String what) {
		if (this.closed) {
			throw new WorkRefusedException("the application is stopping");
		}
		if (counter.getAndUpdate((count) -> (count < this.maxPending) ? count + 1 : count) >= this.maxPending) {
			throw new WorkRefusedException(
					this.maxPending + " " + what + " are pending, which is the maximum (feishu.callback.max-pending)");
		}
	}

	private Entry add(WorkName name, @Nullable AtomicInteger counter, @Nullable Mono<Void> work) {
		Entry entry = new Entry(name, counter, work, now());
		this.entries.add(entry);
		watch();
		return entry;
	}

	private void remove(Entry entry) {
		if (this.entries.remove(entry) && entry.counter != null) {
			entry.counter.decrementAndGet();
		}
		this.nextEnd.complete(null);
	}

	/**
	 * Drops the reference to the work once it has started, because the response with the
	 * task stays in memory.
	 */
	private Runnable once(Entry entry) {
		AtomicReference<@Nullable Entry> next = new AtomicReference<>(entry);
		return () -> begin(next.getAndSet(null));
	}

	private void begin(@Nullable Entry entry) {
		Mono<Void> work = (entry != null) ? entry.work.getAndSet(null) : null;
		if (entry != null && work != null) {
			try {
				work.doFinally((end) -> remove(entry)).subscribe();
			}
			catch (Throwable ex) {
				remove(entry);
				Operators.onErrorDropped(ThrownError.of(ex), Context.empty());
			}
		}
	}

	/** Starts one timer for all work. There is no timer while nothing is pending. */
	private void watch() {
		if (!this.watched.get() && this.watched.compareAndSet(false, true)) {
			Mono.delay(BETWEEN_LOOKS).subscribe((tick) -> look());
		}
	}

	private void look() {
		long now = now();
		this.entries.forEach((entry) -> look(entry, now));
		this.watched.set(false);
		if (!this.entries.isEmpty()) {
			watch();
		}
	}

	/** Starts work that was not started, for example because its response was lost. */
	private void look(Entry entry, long now) {
		Duration age = entry.age(now);
		if (age.compareTo(BETWEEN_LOOKS) >= 0) {
			begin(entry);
		}
		if (age.compareTo(LONG) >= 0 && entry.counter != null && !entry.warned) {
			entry.warned = true;
			logger.warn(entry.name + " has not ended after " + age.toSeconds() + " s");
		}
	}

	private static String summary(List<Entry> rest) {
		Map<Kind, Map<String, Long>> sources = rest.stream()
			.collect(Collectors.groupingBy((entry) -> entry.name.kind(), () -> new EnumMap<>(Kind.class),
					Collectors.groupingBy((entry) -> entry.name.source(), TreeMap::new, Collectors.counting())));
		return sources.entrySet()
			.stream()
			.map((kind) -> kind.getKey().plural() + ": " + counted(kind.getValue()))
			.collect(Collectors.joining("; "));
	}

	private static String counted(Map<String, Long> sources) {
		return sources.entrySet()
			.stream()
			.map((source) -> source.getValue() + " × " + source.getKey())
			.collect(Collectors.joining(", "));
	}

	/** Returns the elapsed time, which is independent of the wall clock. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Piece of work.
	 */
	private static final class Entry {

		private final WorkName name;

		private final @Nullable AtomicInteger counter;

		private final long since;

		private final AtomicReference<@Nullable Mono<Void>> work;

		private boolean warned;

		Entry(WorkName name, @Nullable AtomicInteger counter, @Nullable Mono<Void> work, long since) {
			this.name = name;
			this.counter = counter;
			this.work = new AtomicReference<>(work);
			this.since = since;
		}

		/**
		 * Returns a hash code that is cheaper than the identity hash code, which the JVM
		 * computes and stores.
		 */
		@Override
		public int hashCode() {
			return Long.hashCode(this.since);
		}

		Duration age(long now) {
			return Duration.ofNanos(now - this.since);
		}

	}

}
