package io.ephemeral.feishu.simulator.tenant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Mono;

/**
 * Exchanges with the application that have begun and not ended.
 */
public final class UnderWay {

	private final AtomicLong begun = new AtomicLong();

	private final Map<Long, String> names = new ConcurrentSkipListMap<>();

	/**
	 * Counts an exchange from its subscription until its end. It ends after the signal,
	 * so that the result has been used by then.
	 */
	public <T> Mono<T> during(String name, Mono<T> exchange) {
		return Mono.using(() -> begin(name), (number) -> exchange, this.names::remove, false);
	}

	private Long begin(String name) {
		Long number = this.begun.incrementAndGet();
		this.names.put(number, name);
		return number;
	}

	/**
	 * Returns how many exchanges have begun so far.
	 */
	public long begun() {
		return this.begun.get();
	}

	/**
	 * Returns the names of the exchanges that have not ended, oldest first.
	 */
	public List<String> names() {
		return List.copyOf(this.names.values());
	}

}
