package io.ephemeral.feishu.simulator.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens of clicks for late updates of their cards: within 30 minutes, twice, and only
 * after the response to the click. Guarded by the {@link Tenant}.
 */
final class UpdateTokens {

	private static final Duration LIFE = Duration.ofMinutes(30);

	private static final int MAX_USES = 2;

	private final Clock clock;

	private final Map<String, Token> issued = new HashMap<>();

	UpdateTokens(Clock clock) {
		this.clock = clock;
	}

	String issue(String messageId, Person operator) {
		String value = "c-" + Ids.random();
		this.issued.put(value, new Token(messageId, operator, this.clock.instant()));
		return value;
	}

	void answered(String value) {
		Token token = this.issued.get(value);
		if (token != null) {
			token.answered = true;
		}
	}

	/**
	 * Finds the click of a token.
	 * @throws ApiRefusal if the token is not valid (any more)
	 */
	Token require(String value) {
		if (!value.startsWith("c-")) {
			throw ApiRefusal.of(ApiError.UPDATE_TOKEN_MALFORMED);
		}
		Token token = this.issued.get(value);
		if (token == null || !this.clock.instant().isBefore(token.issuedAt.plus(LIFE))) {
			throw ApiRefusal.of(ApiError.UPDATE_TOKEN_EXPIRED);
		}
		if (token.uses >= MAX_USES) {
			throw ApiRefusal.of(ApiError.UPDATE_TOKEN_USED_UP);
		}
		if (!token.answered) {
			throw ApiRefusal.of(ApiError.CLICK_NOT_ANSWERED);
		}
		return token;
	}

	void clear() {
		this.issued.clear();
	}

	/**
	 * Token with its uses.
	 */
	static final class Token {

		private final String messageId;

		private final Person operator;

		private final Instant issuedAt;

		private boolean answered;

		private int uses;

		private Token(String messageId, Person operator, Instant issuedAt) {
			this.messageId = messageId;
			this.operator = operator;
			this.issuedAt = issuedAt;
		}

		String messageId() {
			return this.messageId;
		}

		Person operator() {
			return this.operator;
		}

		void used() {
			this.uses++;
		}

	}

}
