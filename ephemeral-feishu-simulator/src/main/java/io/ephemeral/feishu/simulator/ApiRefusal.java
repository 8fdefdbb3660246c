package io.ephemeral.feishu.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Ends the processing of a call that the platform would refuse.
 */
final class ApiRefusal extends RuntimeException {

	private final ApiError error;

	private final @Nullable String field;

	private final List<String> missingScopes;

	private final @Nullable String help;

	private ApiRefusal(ApiError error, String message, @Nullable String field) {
		this(error, message, field, List.of(), null);
	}

	private ApiRefusal(ApiError error, String message, @Nullable String field, List<String> missingScopes,
			@Nullable String help) {
		super(message, null, false, false);
		this.error = error;
		this.field = field;
		this.missingScopes = missingScopes;
		this.help = help;
	}

	static ApiRefusal missingScopes(String appId, List<String> anyOf) {
		return new ApiRefusal(ApiError.SCOPE_MISSING, ApiError.SCOPE_MISSING.text() + ": " + anyOf, null, anyOf,
				"https://open.feishu.cn/app/" + appId + "/auth?q=" + String.join(",", anyOf));
	}

	static ApiRefusal of(ApiError error) {
		return new ApiRefusal(error, error.text(), null);
	}

	static ApiRefusal of(ApiError error, String detail) {
		return new ApiRefusal(error, error.text() + ", ext=" + detail, null);
	}

	/**
	 * Tells the first violation of a card and how many more there are.
	 */
	static ApiRefusal card(ApiError error, List<CardViolation> violations) {
		CardViolation first = violations.get(0);
		String more = (violations.size() > 1) ? " (and " + (violations.size() - 1) + " more)" : "";
		return of(error, "ErrCode: " + first.error().code() + "; ErrMsg: " + first + more);
	}

	static ApiRefusal field(String field, String detail) {
		return field(ApiError.INVALID_PARAMETER, field, detail);
	}

	static ApiRefusal field(ApiError error, String field, String detail) {
		return new ApiRefusal(error, error.text() + ", ext=" + detail, field);
	}

	ApiError error() {
		return this.error;
	}

	/**
	 * Which field of the body broke a rule; absent when the refusal is not about one.
	 */
	@Nullable String field() {
		return this.field;
	}

	/**
	 * Of which the app needs one.
	 */
	List<String> missingScopes() {
		return this.missingScopes;
	}

	/**
	 * The page of the developer console that mends it; absent if there is none.
	 */
	@Nullable String help() {
		return this.help;
	}

	String message() {
		String message = getMessage();
		return (message != null) ? message : this.error.text();
	}

}
