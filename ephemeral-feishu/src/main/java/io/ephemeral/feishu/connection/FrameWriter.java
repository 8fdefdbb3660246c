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
		writer.bytes(frame.headers().encoded());
		writer.bytes(frame.earlierFields());
		if (payload != null) {
			writer.field(PAYLOAD, payload);
		}
		writer.bytes(frame.laterFields());
		return writer.written();
	}

	/** Writes a header with the tag of its field. */
	static byte[] write(FrameHeader header) {
		byte[] key = header.key().getBytes(StandardCharsets.UTF_8);
		byte[] value = header.value().getBytes(StandardCharsets.UTF_8);
		int size = size(key) + size(value);
		FrameWriter writer = new FrameWriter(1 + LARGEST_NUMBER + size);
		writer.number(HEADERS, size);
		writer.field(KEY, key);
		writer.field(VALUE, value);
		return writer.written();
	}

	/** Returns at least the size without the payload. */
	private static int largestSize(Frame frame) {
		return 5 * (1 + LARGEST_NUMBER) + frame.headers().encoded().length + frame.earlierFields().length
				+ frame.laterFields().length;
	}

	/** Returns the size of a field whose number is below 16. */
	private static int size(byte[] value) {
		int size = 2 + value.length;
		for (int rest = value.length >>> 7; rest != 0; rest >>>= 7) {
			size++;
		}
		return size;
	}

	private byte[] written() {
		return Arrays.copyOf(this.bytes, this.length);
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
