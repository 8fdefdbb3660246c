package io.ephemeral.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import io.ephemeral.benchmarks.GoodputScenario.Coming;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Run of one scenario with one competitor. A refused card is sent again a second later,
 * as the platform requires.
 */
final class GoodputRun {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

	private final GoodputScenario scenario;

	private final Pacer pacer;

	private final IntFunction<Mono<Boolean>> platform;

	private final AtomicInteger refusals = new AtomicInteger();

	private final List<Long> waitsOfOthers = Collections.synchronizedList(new ArrayList<>());

	private volatile long start;

	private volatile long end;

	/**
	 * Creates a run.
	 * @param platform function that sends a card to a chat and returns whether it was
	 * accepted
	 */
	GoodputRun(GoodputScenario scenario, Pacer pacer, IntFunction<Mono<Boolean>> platform) {
		this.scenario = scenario;
		this.pacer = pacer;
		this.platform = platform;
	}

	Mono<GoodputRun> run() {
		return Mono.defer(() -> {
			this.start = now();
			return Flux.fromIterable(this.scenario.cards())
				.flatMap((card) -> card.at().isZero() ? send(card) : Mono.delay(card.at()).then(send(card)),
						Integer.MAX_VALUE)
				.then(Mono.fromSupplier(() -> this));
		});
	}

	private Mono<Boolean> send(Coming card) {
		return Mono.defer(() -> {
			long came = now();
			return attempt(card).doOnNext((accepted) -> {
				this.end = now();
				if (card.chat() > 0) {
					this.waitsOfOthers.add(this.end - came);
				}
			});
		});
	}

	private Mono<Boolean> attempt(Coming card) {
		return this.pacer.pace("chat " + card.chat(), this.platform.apply(card.chat())).flatMap((accepted) -> {
			if (accepted) {
				return Mono.just(true);
			}
			this.refusals.incrementAndGet();
			return Mono.delay(RETRY_AFTER).flatMap((end) -> attempt(card));
		});
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/** Returns the time of the first attempt, in nanoseconds since 1970. */
	long start() {
		return this.start;
	}

	/** Returns the time of the last response, in nanoseconds since 1970. */
	long end() {
		return this.end;
	}

	double seconds() {
		return (this.end - this.start) / 1e9;
	}

	double goodput() {
		return this.scenario.bound().toNanos() / 1e9 / seconds();
	}

	int refusals() {
		return this.refusals.get();
	}

	/** Returns the 99th percentile of the waits of all chats except the first one. */
	double waitOfOthers() {
		List<Long> sorted = new ArrayList<>(this.waitsOfOthers);
		Collections.sort(sorted);
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e9;
	}

}
