package io.ephemeral.feishu.error;

import java.util.List;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when the platform refuses a call with a code. The call was not carried
 * out. Subtypes exist for errors that a caller may handle;
 * {@link FeishuApiError#category} distinguishes the others.
 */
public class FeishuApiException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_WORDS = 500;

	private static final int MAX_VIOLATIONS = 5;

	private final FeishuApiError error;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public FeishuApiException(FeishuApiError error) {
		super(describe(error));
		this.error = error;
	}

	/**
	 * Creates the exception for the category of an error.
	 * @param error the error
	 * @return the most specific type
	 */
	public static FeishuApiException of(FeishuApiError error) {
		return switch (error.category()) {
			case RATE_LIMITED -> new RateLimitedException(error);
			case CHAT_UNSUPPORTED -> new ChatUnsupportedException(error);
			case CARD_REFUSED, CONTENT_REFUSED -> new CardRefusedException(error);
			case VIEWER_NOT_REACHABLE -> new ViewerNotReachableException(error);
			case NOT_AUTHORIZED -> new NotAuthorizedException(error);
			case QUOTA_EXHAUSTED -> new QuotaExhaustedException(error);
			case GONE -> new GoneException(error);
			default -> new FeishuApiException(error);
		};
	}

	/**
	 * Returns the error.
	 * @return all parts of the error response
	 */
	public FeishuApiError error() {
		return this.error;
	}

	/**
	 * Returns the effect that the call may have had.
	 * @return {@link Effect#UNKNOWN} if the platform failed during the call or is still
	 * carrying it out; {@link Effect#NONE} otherwise. A call reports an error with an
	 * unknown effect as the cause of a {@link DeliveryUnknownException}
	 */
	@Override
	public Effect effect() {
		return (category().retryClass() == RetryClass.IF_IDEMPOTENT) ? Effect.UNKNOWN : Effect.NONE;
	}

	/**
	 * Returns whether the call was refused for a reason that the library handles.
	 * @param reason the reason
	 * @return whether the code has that reason in this operation
	 */
	public boolean is(ErrorReason reason) {
		return this.error.reason() == reason;
	}

	/**
	 * Returns the operation of the call.
	 * @return a name such as {@code ephemeral.send}, or method and path of the
	 * application's own call
	 */
	public String operation() {
		return this.error.operation();
	}

	/**
	 * Returns the status of the response. Use the code to distinguish errors, because the
	 * platform returns the same code with different statuses.
	 * @return the status
	 */
	public HttpStatusCode httpStatus() {
		return this.error.httpStatus();
	}

	/**
	 * Returns the code of the platform.
	 * @return the code, never 0
	 */
	public int code() {
		return this.error.code();
	}

	/**
	 * Returns the category of the error.
	 * @return the category, see {@link FeishuApiError#category}
	 */
	public ErrorCategory category() {
		return this.error.category();
	}

	/**
	 * Returns the words of the platform. They may change, so use the code to distinguish
	 * errors.
	 * @return the {@code msg} of the response; empty if there is none
	 */
	public String platformMessage() {
		return this.error.platformMessage();
	}

	/**
	 * Returns the fields of the request that the platform does not accept, without their
	 * values.
	 * @return the fields in the response, most often with code 99992402; may be empty
	 */
	public List<FieldViolation> violations() {
		return this.error.violations();
	}

	/**
	 * Returns the log id of the response, for the platform's support.
	 * @return the log id; null if the response contains none
	 */
	public @Nullable String logId() {
		return this.error.logId();
	}

	/**
	 * Returns a hint that describes how to solve the problem.
	 * @return a clause such as <em>add the bot to the group</em>; null if there is no
	 * hint
	 */
	public @Nullable String hint() {
		return this.error.hint();
	}

	private static String describe(FeishuApiError error) {
		StringBuilder message = new StringBuilder(error.operation()).append(
				(error.category().retryClass() == RetryClass.IF_IDEMPOTENT) ? " was answered with " : " was refused: ")
			.append(error.code());
		if (!error.platformMessage().isEmpty()) {
			message.append(' ').append(PrintableText.of(error.shownWords(), MAX_WORDS));
		}
		error.violations().stream().limit(MAX_VIOLATIONS).forEach((field) -> message.append("; ").append(field));
		if (error.violations().size() > MAX_VIOLATIONS) {
			message.append("; …");
		}
		if (error.logId() != null) {
			message.append(" (log id ").append(error.logId()).append(')');
		}
		if (error.hint() != null) {
			message.append("; ").append(error.hint());
		}
		if (error.console() != null) {
			message.append(": ").append(error.console());
		}
		return message.toString();
	}

}
