package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writer of frames in the encoding of Protocol Buffers.
 */
final class FrameWriter {

	/** Number of the field and, in the last three bits, its wire type. */
	static final int SEQUENCE = 1 << 3;

	static final int LOG_ID = 2 << 3;

	static final int SERVICE = 3 << 3;

	static final int METHOD = 4 << 3;

	static final int HEADERS = 5 << 3 | 2;

	static final int PAYLOAD = 8 << 3 | 2;

	static final int KEY = 1 << 3 | 2;

	static final int VALUE = 2 << 3 | 2;

	private static final int LARGEST_NUMBER = 10;

	private final byte[] bytes;

	private int length;

	private FrameWriter(int size) {
		this.bytes = new byte[size];
	}

	/**
	 * Writes a frame. The first four fields are required, so that they are written even
	 * if they are 0.
	 */
	static byte[] write(Frame frame) {
		byte[] payload = frame.payload();
		FrameWriter writer = new FrameWriter(largestSize(frame) + ((payload != null) ? payload.length : 0));
		writer.number(SEQUENCE, frame.sequence());
		writer.number(LOG_ID, frame.logId());
		writer.number(SERVICE, frame.service());
		writer.number(METHOD, frame.method());
		for (FrameHeader header : frame.headers()) {
			writer.header(header);
		}
		writer.bytes(frame.earlierFields());
		if (payload != null) {
			writer.field(PAYLOAD, payload);
		}
		writer.bytes(frame.laterFields());
		return Arrays.copyOf(writer.bytes, writer.length);
	}

	/** Returns at least the size without the payload. */
	private static int largestSize(Frame frame) {
		int size = 5 * (1 + LARGEST_NUMBER) + frame.earlierFields().length + frame.laterFields().length;
		for (FrameHeader header : frame.headers()) {
			// A character has at most three bytes in UTF-8.
			size += 3 * (header.key().length() + header.value().length()) + 3 * (1 + LARGEST_NUMBER);
		}
		return size;
	}

	private void header(FrameHeader header) {
		byte[] key = header.key().getBytes(StandardCharsets.UTF_8);
		byte[] value = header.value().getBytes(StandardCharsets.UTF_8);
		number(HEADERS, size(key) + size(value));
		field(KEY, key);
		field(VALUE, value);
	}

	/** Returns the size of a field whose number is below 16. */
	private static int size(byte[] value) {
		int size = 2 + value.length;
		for (int rest = value.length >>> 7; rest != 0; rest >>>= 7) {
			size++;
		}
		return size;
	}

	private void number(int tag, long value) {
		varint(tag);
		varint(value);
	}

	private void field(int tag, byte[] value) {
		number(tag, value.length);
		bytes(value);
	}

	private void bytes(byte[] value) {
		System.arraycopy(value, 0, this.bytes, this.length, value.length);
		this.length += value.length;
	}

	private void varint(long value) {
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			this.bytes[this.length++] = (byte) (rest | 0x80);
			rest >>>= 7;
		}
		this.bytes[this.length++] = (byte) rest;
	}

}
