package io.ephemeral.feishu.autoconfigure.health;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.client.CallEnd;

/**
 * Numbers of calls by operation, outcome and category. The application's own calls may
 * have many operations, so operations beyond the first 200 kinds count as {@code other}.
 */
final class CallCounts {

	private static final int MOST = 200;

	private final Map<Kind, Count> counts = new HashMap<>();

	synchronized void add(CallEnd end, Instant now) {
		Kind kind = new Kind(end.operation(), end.outcome(), end.category());
		if (!this.counts.containsKey(kind) && this.counts.size() >= MOST) {
			kind = new Kind("other", end.outcome(), end.category());
		}
		Count before = this.counts.get(kind);
		this.counts.put(kind, new Count(kind.operation(), kind.outcome(), kind.category(),
				(before != null) ? before.count() + 1 : 1, now));
	}

	/** Returns the counts, the latest first. */
	synchronized List<Count> latest() {
		return this.counts.values().stream().sorted((one, other) -> other.last().compareTo(one.last())).toList();
	}

	private record Kind(String operation, String outcome, String category) {
	}

	/**
	 * Calls with the same operation, outcome and category.
	 *
	 * @param operation name of the operation, as in {@link CallEnd}
	 * @param outcome outcome, as in {@link CallEnd}
	 * @param category category of the platform's response, or {@code none}
	 * @param count number of such calls since the start
	 * @param last end of the last one
	 */
	record Count(String operation, String outcome, String category, long count, Instant last) {
	}

}
