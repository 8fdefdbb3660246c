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
 * Refusal of a call by the platform. Its texts are printable and bounded, whatever the
 * response contains.
 *
 * @param operation what was attempted: a name such as {@code ephemeral.send}, or method
 * and path of a call of the application's own
 * @param httpStatus status of the response; the code says more, because the platform
 * answers the same code with different statuses, also with 200
 * @param code the platform's code, never 0
 * @param platformMessage the platform's words, which may change and may repeat what the
 * card contains; empty if it had none. At most 4,000 characters long
 * @param logId what the platform's support asks for; null if the response had none
 * @param innerCode code within the words, of a card that could not be created; null
 * without
 * @param innerPath place in the card that the words name, such as
 * {@code body.elements[2]}; null without
 * @param missingScopes scopes, one of them is needed; empty if the response names none
 * @param console page of the developer console on which to correct it; null if the
 * response names none
 * @param retryAfter wait that the platform asks for; null without
 * @param violations fields of the request that the platform does not accept; empty if the
 * response names none
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
	 * Describes a refusal that names no fields of the request.
	 * @param operation what was attempted
	 * @param httpStatus status of the response
	 * @param code the platform's code
	 * @param platformMessage the platform's words
	 * @param logId what the platform's support asks for; may be null
	 * @param innerCode code within the words; may be null
	 * @param innerPath place in the card that the words name; may be null
	 * @param missingScopes scopes, one of them is needed
	 * @param console page of the developer console on which to correct it; may be null
	 * @param retryAfter how long the platform asks to wait; may be null
	 */
	public FeishuApiError(String operation, HttpStatusCode httpStatus, int code, String platformMessage,
			@Nullable String logId, @Nullable Integer innerCode, @Nullable String innerPath, List<String> missingScopes,
			@Nullable URI console, @Nullable Duration retryAfter) {
		this(operation, httpStatus, code, platformMessage, logId, innerCode, innerPath, missingScopes, console,
				retryAfter, List.of());
	}

	/**
	 * Returns the category of the refusal.
	 * @return the category of the code in the operation; where a code has several
	 * meanings, the platform's words decide. For a code that is not known here
	 * {@link ErrorCategory#RATE_LIMITED} if the HTTP status is 429,
	 * {@link ErrorCategory#INTERNAL} if it is one of a failing server, and otherwise
	 * {@link ErrorCategory#UNKNOWN}
	 */
	public ErrorCategory category() {
		return known(words()).category();
	}

	/** The reason that the library acts on; null for most codes. */
	@Nullable ErrorReason reason() {
		return known(words()).reason();
	}

	/**
	 * Returns a hint that describes how to solve the problem.
	 * @return a clause such as <em>add the bot to the group</em>; null if the code is
	 * unknown, if the platform's words are clear enough, or if the hint may be wrong
	 */
	public @Nullable String hint() {
		PlatformWords words = words();
		ErrorCode inner = (this.innerCode != null) ? ErrorCodes.ofCard(this.innerCode, words.reason()) : null;
		String hint = Objects.requireNonNullElse(inner, known(words)).hint();
		boolean scopesAreKnown = hint != null && hint.startsWith(ErrorCodes.GRANT) && !this.missingScopes.isEmpty();
		return scopesAreKnown ? grantMissingScopes() : hint;
	}

	/** The platform knows better than a table which scopes the call needs. */
	private String grantMissingScopes() {
		List<String> named = this.missingScopes.subList(0, Math.min(this.missingScopes.size(), MAX_NAMED));
		return ErrorCodes.GRANT + String.join(", ", named) + ((named.size() < this.missingScopes.size()) ? ", …" : "")
				+ ErrorCodes.PUBLISH;
	}

	private ErrorCode known(PlatformWords words) {
		return ErrorCodes.of(this.operation, this.httpStatus, this.code, words.reason());
	}

	/** Returns the words without what they repeat of the card. */
	String shownWords() {
		return words().shown();
	}

	private PlatformWords words() {
		return PlatformWords.of(this.platformMessage);
	}

	/** Without the words, which may quote the request. */
	@Override
	public String toString() {
		return "FeishuApiError[" + this.operation + ", " + this.code + "]";
	}

}
