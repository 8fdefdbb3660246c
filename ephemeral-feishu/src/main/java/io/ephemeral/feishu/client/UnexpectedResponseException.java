package io.ephemeral.feishu.client;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The response is not one of the platform's: no JSON, as of a gateway on the way, or JSON
 * without what the operation promises. Whether the call had an effect is unknown.
 */
public class UnexpectedResponseException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	private final HttpStatusCode httpStatus;

	private final @Nullable String logId;

	/**
	 * Tells what was expected.
	 * @param operation what was attempted
	 * @param httpStatus status of the response
	 * @param logId what the platform's support asks for, or {@code null} if the response
	 * had none
	 * @param problem a clause that says what is wrong with the response, without quoting
	 * it
	 */
	public UnexpectedResponseException(String operation, HttpStatusCode httpStatus, @Nullable String logId,
			String problem) {
		super("%s was answered with HTTP status %d and %s%s; whether it had an effect is unknown".formatted(operation,
				httpStatus.value(), problem, (logId != null) ? " (log id " + logId + ")" : ""));
		this.operation = operation;
		this.httpStatus = httpStatus;
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
	 * Status of the response.
	 * @return the status
	 */
	public HttpStatusCode httpStatus() {
		return this.httpStatus;
	}

	/**
	 * What the platform's support asks for.
	 * @return the log id, or {@code null} if the response had none
	 */
	public @Nullable String logId() {
		return this.logId;
	}

}
