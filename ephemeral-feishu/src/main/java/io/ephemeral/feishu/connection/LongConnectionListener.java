package io.ephemeral.feishu.connection;

import java.time.Duration;

/**
 * Listener of what happens on a {@link LongConnection}, for metrics. Its methods must not
 * block, because some run on the thread of the connection.
 */
public interface LongConnectionListener {

	/**
	 * Receives the opening of a connection, once the platform has responded on it.
	 */
	default void onOpen() {
	}

	/**
	 * Receives the end of a connection or of an attempt to open one.
	 * @param reason {@code closed}, {@code silent}, {@code lost}, {@code refused},
	 * {@code failed} or {@code stopped}
	 */
	default void onEnd(String reason) {
	}

	/**
	 * Receives the platform's response to a ping.
	 * @param roundTrip time since the ping
	 */
	default void onPong(Duration roundTrip) {
	}

	/**
	 * Receives the acknowledgement of a message before it leaves.
	 * @param accepted false if the platform has to send the message again
	 * @param time time since the arrival of the message
	 */
	default void onAcknowledgement(boolean accepted, Duration time) {
	}

	/**
	 * Receives a message that is not acknowledged: it is malformed or incomplete, or too
	 * many messages wait.
	 */
	default void onIgnoredMessage() {
	}

}
