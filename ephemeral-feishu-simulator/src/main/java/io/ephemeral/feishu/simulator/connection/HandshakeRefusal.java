package io.ephemeral.feishu.simulator.connection;

/**
 * Refusal of an upgrade to a long connection.
 *
 * @param status value of the header {@code Handshake-Status}
 * @param code value of the header {@code Handshake-Autherrcode}; 0 for none
 * @param message value of the header {@code Handshake-Msg}
 */
public record HandshakeRefusal(int status, int code, String message) {

	/** Code for too many open connections. */
	public static final int TOO_MANY = 1000040350;

	static final HandshakeRefusal BAD_TICKET = new HandshakeRefusal(514, 0, "the ticket is invalid or was used");

	static final HandshakeRefusal TOO_MANY_CONNECTIONS = new HandshakeRefusal(514, TOO_MANY,
			"the number of connections exceeded the limit");

}
