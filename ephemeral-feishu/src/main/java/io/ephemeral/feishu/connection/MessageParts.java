package io.ephemeral.feishu.connection;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Parts of messages that have not arrived as a whole. They are joined by bytes, because a
 * character may be cut. All calls come from the thread of the connection.
 */
final class MessageParts {

	/** Maximum number of parts of a message. The platform's own number is unknown. */
	private static final int MOST_PARTS = 1000;

	/** Estimated memory of a message besides its id and its payload. */
	private static final int OVERHEAD = 256;

	/** Estimated memory of a part besides its payload. */
	private static final int PART_OVERHEAD = 64;

	/** Longer than the sets of the official SDKs for Go, Python and Node live. */
	private static final Duration AGE = Duration.ofSeconds(30);

	private final long capacity;

	private final LongSupplier nanoTime;

	private final Runnable lost;

	/** By the id of the message, the oldest first. */
	private final Map<String, Set> sets = new LinkedHashMap<>();

	private long size;

	/**
	 * Creates an empty collection.
	 * @param capacity maximum memory in bytes; the oldest message is removed when it is
	 * exceeded
	 * @param nanoTime elapsed time
	 * @param lost task for each message that is removed before its last part arrives
	 */
	MessageParts(long capacity, LongSupplier nanoTime, Runnable lost) {
		this.capacity = capacity;
		this.nanoTime = nanoTime;
		this.lost = lost;
	}

	/**
	 * Adds a part.
	 * @param frame frame of the part; one without numbers is a whole message
	 * @return payload of the whole message; null if other parts are missing
	 * @throws FrameFormatException if the numbers are invalid
	 */
	byte @Nullable [] add(Frame frame) {
		byte[] payload = frame.payload();
		byte[] part = (payload != null) ? payload : new byte[0];
		int sum = number(frame.header("sum"), 1);
		int index = number(frame.header("seq"), 0);
		if (sum < 1 || sum > MOST_PARTS || index < 0 || index >= sum) {
			throw new FrameFormatException("The frame has the invalid part number " + index + " of " + sum);
		}
		return (sum == 1) ? part : add(frame.header("message_id"), sum, index, part);
	}

	private byte @Nullable [] add(String id, int sum, int index, byte[] part) {
		removeOld();
		Set set = this.sets.computeIfAbsent(id, (unknown) -> created(id, sum));
		if (set.sum != sum) {
			throw new FrameFormatException("The parts of the message state different numbers of parts");
		}
		if (set.parts.putIfAbsent(index, part) == null) {
			grow(set, part.length + PART_OVERHEAD);
		}
		if (set.parts.size() < sum) {
			return null;
		}
		if (this.sets.remove(id, set)) {
			this.size -= set.size;
		}
		return set.join();
	}

	private Set created(String id, int sum) {
		Set set = new Set(sum, this.nanoTime.getAsLong());
		grow(set, 2 * id.length() + OVERHEAD);
		return set;
	}

	private void grow(Set set, int size) {
		set.size += size;
		this.size += size;
	}

	private void removeOld() {
		long now = this.nanoTime.getAsLong();
		Iterator<Set> oldest = this.sets.values().iterator();
		while (oldest.hasNext()) {
			Set set = oldest.next();
			if (this.size <= this.capacity && now - set.since < AGE.toNanos()) {
				return;
			}
			this.size -= set.size;
			oldest.remove();
			this.lost.run();
		}
	}

	int count() {
		return this.sets.size();
	}

	private static int number(String text, int absent) {
		try {
			return text.isEmpty() ? absent : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new FrameFormatException("A header for the part number is not a whole number");
		}
	}

	/**
	 * Parts of one message.
	 */
	private static final class Set {

		private final int sum;

		private final long since;

		private final Map<Integer, byte[]> parts = new TreeMap<>();

		private int size;

		Set(int sum, long since) {
			this.sum = sum;
			this.since = since;
		}

		byte[] join() {
			ByteArrayOutputStream whole = new ByteArrayOutputStream(this.size);
			this.parts.values().forEach(whole::writeBytes);
			return whole.toByteArray();
		}

	}

}
