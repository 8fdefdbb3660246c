package io.ephemeral.feishu.simulator;

import java.time.Duration;

import io.ephemeral.feishu.simulator.connection.LineFault;

/**
 * Fault of an open long connection, see {@link LongConnections}.
 * <p>
 * A fault of the next message comes after the message and before its acknowledgement,
 * unless the method states something else. Refused connections are a {@link Fault}.
 */
public final class ConnectionFault {

	private final LineFault planned;

	private ConnectionFault(LineFault planned) {
		this.planned = planned;
	}

	/**
	 * Creates a fault that sends a close frame, and then closes the TCP connection.
	 * @param code code of the frame, such as 1000 or 4001
	 * @return the fault
	 */
	public static ConnectionFault close(int code) {
		if (code < 1000 || code > 4999) {
			throw new IllegalArgumentException("The code of a close frame must be from 1000 to 4999, but is " + code);
		}
		return new ConnectionFault(new LineFault(LineFault.Kind.CLOSE, code, Duration.ZERO));
	}

	/**
	 * Creates a fault that closes the TCP connection without a close frame.
	 * @return the fault
	 */
	public static ConnectionFault drop() {
		return new ConnectionFault(LineFault.of(LineFault.Kind.DROP));
	}

	/**
	 * Creates a fault that resets the TCP connection.
	 * @return the fault
	 */
	public static ConnectionFault reset() {
		return new ConnectionFault(LineFault.of(LineFault.Kind.RESET));
	}

	/**
	 * Creates a fault that sends the beginning of a WebSocket frame and closes the TCP
	 * connection. The next message itself is not sent.
	 * @return the fault
	 */
	public static ConnectionFault halfFrame() {
		return new ConnectionFault(LineFault.of(LineFault.Kind.HALF_FRAME));
	}

	/**
	 * Creates a fault that keeps the connection open but neither sends nor reads anything
	 * from now on, not even pings. The next message itself is not sent.
	 * @return the fault
	 */
	public static ConnectionFault silence() {
		return new ConnectionFault(LineFault.of(LineFault.Kind.SILENCE));
	}

	/**
	 * Creates a fault that sends the next message late.
	 * @param duration delay, which counts towards the 3 seconds of the acknowledgement
	 * @return the fault; a connection itself cannot meet it
	 */
	public static ConnectionFault delay(Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException("The duration of a delay must be positive, but is " + duration);
		}
		return new ConnectionFault(new LineFault(LineFault.Kind.DELAY, 0, duration));
	}

	LineFault planned() {
		return this.planned;
	}

	@Override
	public String toString() {
		return this.planned.kind().name();
	}

}
