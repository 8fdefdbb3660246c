package io.ephemeral.feishu.simulator;

import java.util.Arrays;
import java.util.List;

import io.ephemeral.feishu.simulator.connection.Push;

/**
 * Message for the application's long connection, with its way over the wire. Values do
 * not change; each method returns another message.
 *
 * <pre>{@code
 * ConnectionMessage.of(json).inParts(3).inOrder(2, 0, 0, 1)
 * }</pre>
 */
public final class ConnectionMessage {

	private final Push push;

	private ConnectionMessage(Push push) {
		this.push = push;
	}

	/**
	 * Creates a message of the type {@code event}, which events and clicks have.
	 * @param payload JSON of an event or a callback; any other text is possible
	 * @return the message
	 */
	public static ConnectionMessage of(String payload) {
		return new ConnectionMessage(new Push(payload));
	}

	/**
	 * Sets the header {@code type}.
	 * @param type such as {@code card}, or a type that does not exist
	 * @return the message
	 */
	public ConnectionMessage ofType(String type) {
		return new ConnectionMessage(new Push(this.push.payload(), type, this.push.parts(), this.push.order(),
				this.push.seqId(), this.push.everyField(), this.push.fragments()));
	}

	/**
	 * Splits the payload into parts by bytes, perhaps within a character.
	 * @param count number of parts, whatever the size
	 * @return the message
	 */
	public ConnectionMessage inParts(int count) {
		if (count < 1) {
			throw new IllegalArgumentException("The number of parts must be at least 1, but is " + count);
		}
		return new ConnectionMessage(new Push(this.push.payload(), this.push.type(), count, this.push.order(),
				this.push.seqId(), this.push.everyField(), this.push.fragments()));
	}

	/**
	 * Sets the order of the parts.
	 * @param indexes indexes from 0; one that occurs twice is sent twice, and one that is
	 * absent is not sent
	 * @return the message
	 */
	public ConnectionMessage inOrder(int... indexes) {
		int parts = Math.max(1, this.push.parts());
		List<Integer> order = Arrays.stream(indexes).boxed().toList();
		if (order.isEmpty() || order.stream().anyMatch((index) -> index < 0 || index >= parts)) {
			throw new IllegalArgumentException(
					"There must be at least one index, and each must be from 0 to " + (parts - 1));
		}
		return new ConnectionMessage(new Push(this.push.payload(), this.push.type(), parts, order, this.push.seqId(),
				this.push.everyField(), this.push.fragments()));
	}

	/**
	 * Sets the {@code SeqID} of the first frame.
	 * @param seqId any 64 bits except 0, such as -1 for the largest unsigned number
	 * @return the message
	 */
	public ConnectionMessage withSeqId(long seqId) {
		return new ConnectionMessage(new Push(this.push.payload(), this.push.type(), this.push.parts(),
				this.push.order(), seqId, this.push.everyField(), this.push.fragments()));
	}

	/**
	 * Adds the optional fields 6, 7 and 9, and a field 15 that the protocol does not
	 * define.
	 * @return the message
	 */
	public ConnectionMessage withEveryField() {
		return new ConnectionMessage(new Push(this.push.payload(), this.push.type(), this.push.parts(),
				this.push.order(), this.push.seqId(), true, this.push.fragments()));
	}

	/**
	 * Sends each frame in several WebSocket fragments.
	 * @param count number of fragments
	 * @return the message
	 */
	public ConnectionMessage inFragments(int count) {
		if (count < 1) {
			throw new IllegalArgumentException("The number of fragments must be at least 1, but is " + count);
		}
		return new ConnectionMessage(new Push(this.push.payload(), this.push.type(), this.push.parts(),
				this.push.order(), this.push.seqId(), this.push.everyField(), count));
	}

	Push push() {
		return this.push;
	}

	/**
	 * Returns the type without the payload.
	 */
	@Override
	public String toString() {
		return this.push.toString();
	}

}
