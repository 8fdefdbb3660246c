package io.ephemeral.feishu.error;

import java.net.URI;

import io.ephemeral.feishu.NotSentException;

/**
 * Exception thrown when there is no connection. Nothing was sent, and the call may be
 * repeated.
 */
public class ConnectionFailedException extends NotSentException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Creates an exception without the address of the call.
	 * @param operation name of the operation
	 * @param cause error of the connection
	 */
	public ConnectionFailedException(String operation, Throwable cause) {
		super(operation + " was not sent, because there is no connection: " + ConnectionProblem.of(cause).words(),
				cause);
		this.operation = operation;
	}

	/**
	 * Creates an exception with the address of the call and its settings.
	 * @param operation name of the operation
	 * @param address address of the call; the message contains only scheme, host and port
	 * @param cause error of the connection
	 */
	public ConnectionFailedException(String operation, URI address, Throwable cause) {
		super(operation + " was not sent, because there is no connection to "
				+ ConnectionProblem.of(cause).describe(address), cause);
		this.operation = operation;
	}

	/**
	 * Returns whether a proxy refused the connection.
	 * @param error error of an HTTP client
	 * @return whether the error comes from a proxy
	 */
	public static boolean isOfProxy(Throwable error) {
		return ConnectionProblem.isOfProxy(error);
	}

	/**
	 * Returns the operation of the call.
	 * @return a name such as {@code ephemeral.send}
	 */
	public String operation() {
		return this.operation;
	}

}
