package io.ephemeral.feishu.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests, as many as fit.
 */
final class RequestLog {

	static final int MAX_REQUESTS = 10_000;

	/** Characters of all bodies together. */
	private static final int MAX_LENGTH = 32 * 1024 * 1024;

	private final Deque<RecordedRequest> requests = new ArrayDeque<>();

	private int length;

	synchronized void add(RecordedRequest request) {
		this.requests.add(request);
		this.length += request.body().length();
		while (this.requests.size() > MAX_REQUESTS || this.length > MAX_LENGTH) {
			this.length -= this.requests.remove().body().length();
		}
	}

	synchronized List<RecordedRequest> all() {
		return List.copyOf(this.requests);
	}

	synchronized void clear() {
		this.requests.clear();
		this.length = 0;
	}

}
