package io.ephemeral.feishu.simulator;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Lets only requests with a good token through to an operation, and answers what the
 * operation refuses.
 */
final class TokenCheck {

	/**
	 * Unconfirmed for ephemeral cards; the documents demand 4xx or 5xx of current
	 * endpoints only.
	 */
	private static final int REFUSED = 400;

	private static final String BEARER = "Bearer ";

	private final Tokens tokens;

	TokenCheck(Tokens tokens) {
		this.tokens = tokens;
	}

	Function<ApiRequest, ApiResponse> before(Function<ApiRequest, ApiResponse> operation) {
		return (request) -> {
			try {
				check(request.header("Authorization"));
				return operation.apply(request);
			}
			catch (ApiRefusal ex) {
				return ApiResponse.refused(REFUSED, ex);
			}
		};
	}

	private void check(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(BEARER)
				|| authorization.substring(BEARER.length()).isBlank()) {
			throw ApiRefusal.of(ApiError.TOKEN_MISSING);
		}
		String token = authorization.substring(BEARER.length());
		if (!token.startsWith("t-")) {
			throw ApiRefusal.of(ApiError.TOKEN_MALFORMED);
		}
		if (!this.tokens.accepts(token)) {
			throw ApiRefusal.of(ApiError.TOKEN_INVALID);
		}
	}

}
