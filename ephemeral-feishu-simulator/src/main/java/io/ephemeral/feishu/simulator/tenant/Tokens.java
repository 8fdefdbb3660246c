package io.ephemeral.feishu.simulator.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens of one kind.
 * <p>
 * A token is valid for two hours. A request returns the same token until half an hour
 * before its end, and a new one after that. The old one stays valid until its end.
 */
public final class Tokens {

	private static final Duration LIFE = Duration.ofHours(2);

	private static final Duration RENEWABLE = Duration.ofMinutes(30);

	private final String prefix;

	private final Clock clock;

	/** Oldest first. */
	private final List<Token> issued = new ArrayList<>();

	Tokens(String prefix, Clock clock) {
		this.prefix = prefix;
		this.clock = clock;
	}

	public synchronized Grant issue() {
		Instant now = this.clock.instant();
		this.issued.removeIf((token) -> !token.isGood(now));
		Token newest = this.issued.isEmpty() ? null : this.issued.get(this.issued.size() - 1);
		if (newest == null || newest.remaining(now).compareTo(RENEWABLE) < 0) {
			newest = new Token(this.prefix + Ids.random(), now.plus(LIFE));
			this.issued.add(newest);
		}
		return new Grant(newest.value(), newest.remaining(now));
	}

	public synchronized boolean accepts(String value) {
		Instant now = this.clock.instant();
		return this.issued.stream().anyMatch((token) -> token.value().equals(value) && token.isGood(now));
	}

	public synchronized void revokeAll() {
		this.issued.clear();
	}

	/**
	 * Token with its remaining life.
	 */
	public record Grant(String token, Duration remaining) {

		@Override
		public String toString() {
			return "Grant[remaining=" + this.remaining + "]";
		}

	}

	private record Token(String value, Instant expiresAt) {

		private boolean isGood(Instant now) {
			return now.isBefore(this.expiresAt);
		}

		private Duration remaining(Instant now) {
			return Duration.between(now, this.expiresAt);
		}

		@Override
		public String toString() {
			return "Token[expiresAt=" + this.expiresAt + "]";
		}

	}

}
