package io.ephemeral.feishu.callback.answer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Store of answers in the memory of this process.
 */
final class InMemoryAnswerStore implements AnswerStore {

	/** Time between two removals of all entries that have ended. */
	private static final long BETWEEN_CLEANUPS = Duration.ofMinutes(1).toNanos();

	private final Map<String, Entry> entries = new HashMap<>();

	private long lastCleanup = now();

	@Override
	public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
		return Mono.fromSupplier(() -> claim(claim, lease));
	}

	@Override
	public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
		return Mono.fromRunnable(() -> put(claim, answer.clone(), retention));
	}

	@Override
	public Mono<Void> giveUp(AnswerClaim claim) {
		return Mono.fromRunnable(() -> remove(claim));
	}

	private synchronized Answered claim(AnswerClaim claim, Duration lease) {
		Entry entry = find(claim);
		if (entry == null || (entry.answer == null && entry.owner.equals(claim.owner()))) {
			put(claim, null, lease);
			return new Answered.Mine();
		}
		byte[] answer = entry.answer;
		return (answer != null) ? new Answered.Done(answer.clone()) : new Answered.Theirs();
	}

	private synchronized void put(AnswerClaim claim, byte @Nullable [] answer, Duration life) {
		long now = now();
		if (now - this.lastCleanup > BETWEEN_CLEANUPS) {
			this.lastCleanup = now;
			this.entries.values().removeIf((entry) -> entry.hasEnded(now));
		}
		this.entries.put(claim.id(), new Entry(claim.owner(), answer, now + life.toNanos()));
	}

	private synchronized void remove(AnswerClaim claim) {
		Entry entry = find(claim);
		if (entry != null && entry.answer == null && entry.owner.equals(claim.owner())) {
			this.entries.remove(claim.id());
		}
	}

	private @Nullable Entry find(AnswerClaim claim) {
		Entry entry = this.entries.get(claim.id());
		return (entry == null || entry.hasEnded(now())) ? null : entry;
	}

	synchronized int count() {
		return this.entries.size();
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Claim or answer.
	 *
	 * @param owner owner of the claim
	 * @param answer the answer; null while the callback is claimed
	 * @param end end of the lease or of the retention
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Entry(String owner, byte @Nullable [] answer, long end) {

		boolean hasEnded(long now) {
			return now - this.end >= 0;
		}

	}

}
