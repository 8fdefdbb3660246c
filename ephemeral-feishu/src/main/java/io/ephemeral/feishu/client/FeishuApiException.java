package io.ephemeral.feishu.client;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The platform understood a call and refused it with a code.
 */
public class FeishuApiException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	private final HttpStatusCode httpStatus;

	private final int code;

	private final String platformMessage;

	private final @Nullable String logId;

	/**
	 * Tells what was refused and why.
	 * @param operation what was attempted
	 * @param httpStatus status of the response, which for the platform may well be 200
	 * @param code the platform's code, never 0
	 * @param platformMessage the platform's {@code msg}
	 * @param logId what the platform's support asks for, or {@code null} if the response
	 * had none
	 */
	public FeishuApiException(String operation, HttpStatusCode httpStatus, int code, String platformMessage,
			@Nullable String logId) {
		super(describe(operation, code, platformMessage, logId));
		this.operation = operation;
		this.httpStatus = httpStatus;
		this.code = code;
		this.platformMessage = platformMessage;
		this.logId = logId;
	}

	/**
	 * What was attempted.
	 * @return a name such as {@code ephemeral.send}, or method and path of a call of the
	 * application's own
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * Status of the response. The code says more: the platform answers the same code with
	 * different statuses.
	 * @return the status
	 */
	public HttpStatusCode httpStatus() {
		return this.httpStatus;
	}

	/**
	 * Why the call was refused.
	 * @return the platform's code, never 0
	 */
	public int code() {
		return this.code;
	}

	/**
	 * The platform's words. They may change; decide by the code.
	 * @return the {@code msg} of the response, empty if it had none
	 */
	public String platformMessage() {
		return this.platformMessage;
	}

	/**
	 * What the platform's support asks for.
	 * @return the log id, or {@code null} if the response had none
	 */
	public @Nullable String logId() {
		return this.logId;
	}

	/**
	 * What to do about it.
	 * @return a clause such as <em>add the bot to the group</em>, or {@code null} if
	 * nothing better than the platform's words is known
	 */
	public @Nullable String hint() {
		return Hints.of(this.code);
	}

	private static String describe(String operation, int code, String platformMessage, @Nullable String logId) {
		StringBuilder message = new StringBuilder(operation).append(" was refused: ").append(code);
		if (!platformMessage.isEmpty()) {
			message.append(' ').append(platformMessage);
		}
		if (logId != null) {
			message.append(" (log id ").append(logId).append(')');
		}
		String hint = Hints.of(code);
		return ((hint != null) ? message.append("; ").append(hint) : message).toString();
	}

}
