package io.ephemeral.feishu.connection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Status of a {@link LongConnection}.
 *
 * @param state the present state
 * @param since time at which the state began
 * @param lastPong time of the platform's latest response to a ping; null before the first
 * @param lastMessage time of the latest event or click; null before the first
 * @param connections number of connections that were opened since the start
 * @param problem reason of the latest failure, without secrets; null while connected
 * @param refused whether the platform refused the connection, so that a person must act
 */
public record LongConnectionStatus(State state, Instant since, @Nullable Instant lastPong,
		@Nullable Instant lastMessage, long connections, @Nullable String problem, boolean refused) {

	static LongConnectionStatus stopped(Instant since) {
		return new LongConnectionStatus(State.STOPPED, since, null, null, 0, null, false);
	}

	LongConnectionStatus with(State state, Instant since) {
		return new LongConnectionStatus(state, since, this.lastPong, this.lastMessage, this.connections, this.problem,
				this.refused);
	}

	LongConnectionStatus connected(Instant since) {
		return new LongConnectionStatus(State.CONNECTED, since, this.lastPong, this.lastMessage, this.connections + 1,
				null, false);
	}

	LongConnectionStatus withPong(Instant pong) {
		return new LongConnectionStatus(this.state, this.since, pong, this.lastMessage, this.connections, this.problem,
				this.refused);
	}

	LongConnectionStatus withMessage(Instant message) {
		return new LongConnectionStatus(this.state, this.since, this.lastPong, message, this.connections, this.problem,
				this.refused);
	}

	LongConnectionStatus waiting(Instant since, String problem, boolean refused) {
		return new LongConnectionStatus(State.WAITING, since, this.lastPong, this.lastMessage, this.connections,
				problem, refused);
	}

	/** State of a long connection. */
	public enum State {

		/** Not started, or stopped. */
		STOPPED,

		/** A connection is being opened. */
		CONNECTING,

		/** The platform responds. */
		CONNECTED,

		/** Waiting for the next attempt. */
		WAITING

	}

}
