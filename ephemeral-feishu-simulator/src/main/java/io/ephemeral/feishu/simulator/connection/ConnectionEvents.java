package io.ephemeral.feishu.simulator.connection;

import java.util.Optional;

/**
 * Listener of a connection.
 */
interface ConnectionEvents {

	/**
	 * Returns the pong for a ping; empty for none.
	 */
	Optional<Frame> ping(int service);

	/**
	 * Receives a mistake of the client.
	 */
	void problem(String text);

	/**
	 * Receives a message whose acknowledgement came after the time limit.
	 */
	void late(Push push);

}
