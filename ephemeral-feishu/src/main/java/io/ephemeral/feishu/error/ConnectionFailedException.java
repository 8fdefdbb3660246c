package io.ephemeral.feishu.error;

import java.net.URI;

import io.ephemeral.feishu.NotSentException;

/**
 * No connection was made, so nothing was sent. The call may be repeated.
 */
public class ConnectionFailedException extends NotSentException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Creates an exception for a call without an address.
	 * @param operation what was attempted
	 * @param cause why there is no connection
	 */
	public ConnectionFailedException(String operation, Throwable cause) {
		super(operation + " was not sent, because there is no connection: " + ConnectionProblem.of(cause).words(),
				cause);
		this.operation = operation;
	}

	/**
	 * Creates an exception that names the settings of the address.
	 * @param operation what was attempted
	 * @param address address of the call; only scheme, host and port are shown
	 * @param cause why there is no connection
	 */
	public ConnectionFailedException(String operation, URI address, Throwable cause) {
		super(operation + " was not sent, because there is no connection to "
				+ ConnectionProblem.of(cause).describe(address), cause);
		this.operation = operation;
	}

	/**
	 * Returns whether a proxy answered in place of the host.
	 * @param error error of an HTTP client
	 * @return whether there is no connection for that reason
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
