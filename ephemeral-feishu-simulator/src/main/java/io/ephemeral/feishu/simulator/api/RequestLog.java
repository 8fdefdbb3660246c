package io.ephemeral.feishu.simulator.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.ephemeral.feishu.simulator.tenant.UnderWay;

/**
 * Log of the latest requests.
 */
public final class RequestLog {

	static final int MAX_REQUESTS = 10_000;

	/** Characters of all bodies together. */
	private static final int MAX_LENGTH = 32 * 1024 * 1024;

	private final Deque<Exchange> exchanges = new ArrayDeque<>();

	private int length;

	private final UnderWay underWay = new UnderWay();

	synchronized void add(Exchange exchange) {
		this.exchanges.add(exchange);
		this.length += exchange.request().body().length();
		while (this.exchanges.size() > MAX_REQUESTS || this.length > MAX_LENGTH) {
			this.length -= this.exchanges.remove().request().body().length();
		}
	}

	public synchronized List<Exchange> all() {
		return List.copyOf(this.exchanges);
	}

	/**
	 * Returns the requests whose response is not written yet.
	 */
	public UnderWay underWay() {
		return this.underWay;
	}

	public synchronized void clear() {
		this.exchanges.clear();
		this.length = 0;
	}

}
