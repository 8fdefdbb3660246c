package io.ephemeral.feishu.error;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Error that the platform returned for a call. Its texts are printable and of limited
 * length.
 *
 * @param operation name of the operation, such as {@code ephemeral.send}, or method and
 * path of the application's own call
 * @param httpStatus status of the response. Use the code to distinguish errors, because
 * the platform returns the same code with different statuses, also with 200
 * @param code code of the platform, never 0
 * @param platformMessage words of the platform, at most 4,000 characters. They may change
 * and may contain parts of the card. Empty if the response contains none
 * @param logId log id of the response, for the platform's support; null if the response
 * contains none
 * @param innerCode inner code in the words, for a card that could not be created; null if
 * there is none
 * @param innerPath path in the card from the words, such as {@code body.elements[2]};
 * null if there is none
 * @param missingScopes scopes of which one is required; empty if the response contains
 * none
 * @param console page of the developer console for the correction; null if the response
 * contains none
 * @param retryAfter wait that the platform requires; null if it requires none
 * @param violations fields of the request that the platform does not accept; empty if the
 * response contains none
 */
public record FeishuApiError(String operation, HttpStatusCode httpStatus, int code, String platformMessage,
		@Nullable String logId, @Nullable Integer innerCode, @Nullable String innerPath, List<String> missingScopes,
		@Nullable URI console, @Nullable Duration retryAfter, List<FieldViolation> violations) implements Serializable {

	private static final int MAX_WORDS = 4000;

	private static final int MAX_LIST = 50;

	private static final int MAX_NAMED = 5;

	private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

	public FeishuApiError {
		platformMessage = PrintableText.of(platformMessage, MAX_WORDS - 1);
		logId = LogId.of(logId);
		missingScopes = missingScopes.stream()
			.filter((scope) -> SCOPE.matcher(scope).matches())
			.limit(MAX_LIST)
			.toList();
		violations = violations.stream().filter((violation) -> !violation.isEmpty()).limit(MAX_LIST).toList();
	}

	/**
	 * Creates an error without fields of the request.
	 * @param operation name of the operation
	 * @param httpStatus status of the response
	 * @param code code of the platform
	 * @param platformMessage words of the platform
	 * @param logId log id of the response; may be null
	 * @param innerCode inner code in the words; may be null
	 * @param innerPath path in the card from the words; may be null
	 * @param missingScopes scopes of which one is required
	 * @param console page of the developer console for the correction; may be null
	 * @param retryAfter wait that the platform requires; may be null
	 */
	public FeishuApiError(String operation, HttpStatusCode httpStatus, int code, String platformMessage,
			@Nullable String logId, @Nullable Integer innerCode, @Nullable String innerPath, List<String> missingScopes,
			@Nullable URI console, @Nullable Duration retryAfter) {
		this(operation, httpStatus, code, platformMessage, logId, innerCode, innerPath, missingScopes, console,
				retryAfter, List.of());
	}

	/**
	 * Returns the category of the error.
	 * @return the category of the code in the operation. If the code has several
	 * meanings, the words of the platform decide. For an unknown code, the category is
	 * {@link ErrorCategory#RATE_LIMITED} with HTTP status 429,
	 * {@link ErrorCategory#INTERNAL} with a 5xx status, and {@link ErrorCategory#UNKNOWN}
	 * otherwise
	 */
	public ErrorCategory category() {
		return known(words()).category();
	}

	/** Returns the reason that the library handles; null for most codes. */
	@Nullable ErrorReason reason() {
		return known(words()).reason();
	}

	/**
	 * Returns a hint that describes how to solve the problem.
	 * @return a clause such as <em>add the bot to the group</em>; null if the code is
	 * unknown, if the words of the platform are clear enough, or if the hint may be wrong
	 */
	public @Nullable String hint() {
		PlatformWords words = words();
		ErrorCode inner = (this.innerCode != null) ? ErrorCodes.ofCard(this.innerCode, words.reason()) : null;
		String hint = Objects.requireNonNullElse(inner, known(words)).hint();
		boolean scopesAreKnown = hint != null && hint.startsWith(ErrorCodes.GRANT) && !this.missingScopes.isEmpty();
		return scopesAreKnown ? grantMissingScopes() : hint;
	}

	/**
	 * Returns a hint with the scopes from the response, which are more precise than those
	 * in the table.
	 */
	private String grantMissingScopes() {
		List<String> named = this.missingScopes.subList(0, Math.min(this.missingScopes.size(), MAX_NAMED));
		return ErrorCodes.GRANT + String.join(", ", named) + ((named.size() < this.missingScopes.size()) ? ", …" : "")
				+ ErrorCodes.PUBLISH;
	}

	private ErrorCode known(PlatformWords words) {
		return ErrorCodes.of(this.operation, this.httpStatus, this.code, words.reason());
	}

	/** Returns the words without parts of the card. */
	String shownWords() {
		return words().shown();
	}

	private PlatformWords words() {
		return PlatformWords.of(this.platformMessage);
	}

	/** Omits the words, because they may quote the request. */
	@Override
	public String toString() {
		return "FeishuApiError[" + this.operation + ", " + this.code + "]";
	}

}
