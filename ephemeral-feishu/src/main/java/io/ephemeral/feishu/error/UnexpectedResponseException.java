package io.ephemeral.feishu.error;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when a response is not valid: it is not JSON, for example because it
 * comes from a gateway, or it lacks documented fields. The outcome of the call is
 * unknown.
 */
public class UnexpectedResponseException extends DeliveryUnknownException {

	private static final long serialVersionUID = 1L;

	private final HttpStatusCode httpStatus;

	private final @Nullable String logId;

	/**
	 * Creates an exception for a response.
	 * @param operation name of the operation
	 * @param httpStatus status of the response
	 * @param logId log id of the response, ignored if it does not have the form of a log
	 * id; null if the response contains none
	 * @param problem description of the problem, without parts of the response
	 * @param cause error while reading the response; null if it was read completely
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
	 * Returns the status of the response.
	 * @return the status
	 */
	public HttpStatusCode httpStatus() {
		return this.httpStatus;
	}

	/**
	 * Returns the log id of the response, for the platform's support.
	 * @return the log id; null if the response contains none
	 */
	public @Nullable String logId() {
		return this.logId;
	}

}
