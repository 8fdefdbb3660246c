package io.ephemeral.feishu.client;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * What the platform said when it refused a call.
 *
 * @param operation what was attempted: a name such as {@code ephemeral.send}, or method
 * and path of a call of the application's own
 * @param httpStatus status of the response; the code says more, because the platform
 * answers the same code with different statuses, also with 200
 * @param code the platform's code, never 0
 * @param platformMessage the platform's words, which may change; empty if it had none
 * @param logId what the platform's support asks for; null if the response had none
 * @param innerCode code within the words, of a card that could not be created; null
 * without
 * @param innerPath place in the card that the words name, such as
 * {@code body.elements[2]}; null without
 * @param missingScopes scopes of which the app needs one; empty if the response names
 * none
 * @param console page of the developer console that mends it; null if the response names
 * none
 * @param retryAfter how long the platform asks to wait; null if it does not say
 */
public record FeishuApiError(String operation, HttpStatusCode httpStatus, int code, String platformMessage,
		@Nullable String logId, @Nullable Integer innerCode, @Nullable String innerPath, List<String> missingScopes,
		@Nullable URI console, @Nullable Duration retryAfter) implements Serializable {

	public FeishuApiError {
		missingScopes = List.copyOf(missingScopes);
	}

	/**
	 * What kind of problem it is.
	 * @return that of the code in the operation. For a code that is not known here
	 * {@link ErrorCategory#INTERNAL} if the HTTP status is one of a failing server, and
	 * otherwise {@link ErrorCategory#UNKNOWN}
	 */
	public ErrorCategory category() {
		if (this.httpStatus.value() == 429) {
			return ErrorCategory.RATE_LIMITED;
		}
		ErrorCategory category = ErrorCodes.of(this.operation, this.code).category();
		return (category == ErrorCategory.UNKNOWN && this.httpStatus.is5xxServerError()) ? ErrorCategory.INTERNAL
				: category;
	}

	/**
	 * What to do about it.
	 * @return a clause such as <em>add the bot to the group</em>; null if nothing better
	 * than the platform's words is known
	 */
	public @Nullable String hint() {
		String inner = (this.innerCode != null) ? ErrorCodes.cardHint(this.innerCode) : null;
		return (inner != null) ? inner : ErrorCodes.of(this.operation, this.code).hint();
	}

	/** Without the words, which may quote the request. */
	@Override
	public String toString() {
		return "FeishuApiError[" + this.operation + ", " + this.code + "]";
	}

}
