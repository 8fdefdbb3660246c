package io.ephemeral.feishu.error;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The response is not one of the platform's: no JSON, as of a gateway on the way, or JSON
 * without what the operation promises. Whether the call had an effect is unknown.
 */
public class UnexpectedResponseException extends DeliveryUnknownException {

	private static final long serialVersionUID = 1L;

	private final HttpStatusCode httpStatus;

	private final @Nullable String logId;

	/**
	 * Creates an exception for a response.
	 * @param operation what was attempted
	 * @param httpStatus status of the response
	 * @param logId what the platform's support asks for; ignored if it has not the form
	 * of a log id, or {@code null} if the response had none
	 * @param problem a clause that says what is wrong with the response, without quoting
	 * it
	 * @param cause why the response could not be read; null if it was read
	 */
	public UnexpectedResponseException(String operation, HttpStatusCode httpStatus, @Nullable String logId,
			String problem, @Nullable Throwable cause) {
		super(operation,
				"%s was answered with HTTP status %d and %s%s; whether it had an effect is unknown".formatted(operation,
						httpStatus.value(), problem, (LogId.of(logId) != null) ? " (log id " + logId + ")" : ""),
				cause);
		this.httpStatus = httpStatus;
		this.logId = LogId.of(logId);
	}

	/**
	 * Status of the response.
	 * @return the status
	 */
	public HttpStatusCode httpStatus() {
		return this.httpStatus;
	}

	/**
	 * Returns the log id of the response, for the platform's support.
	 * @return the log id, or {@code null} if the response had none
	 */
	public @Nullable String logId() {
		return this.logId;
	}

}
