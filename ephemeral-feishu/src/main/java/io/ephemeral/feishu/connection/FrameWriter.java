package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;

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
		FrameWriter writer = new FrameWriter(size(frame));
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
		return writer.bytes;
	}

	/** Writes a header with the tag of its field. */
	static byte[] write(FrameHeader header) {
		byte[] key = header.key().getBytes(StandardCharsets.UTF_8);
		byte[] value = header.value().getBytes(StandardCharsets.UTF_8);
		int size = size(key) + size(value);
		FrameWriter writer = new FrameWriter(1 + size(size) + size);
		writer.number(HEADERS, size);
		writer.field(KEY, key);
		writer.field(VALUE, value);
		return writer.bytes;
	}

	private static int size(Frame frame) {
		byte[] payload = frame.payload();
		return 4 + size(frame.sequence()) + size(frame.logId()) + size(frame.service()) + size(frame.method())
				+ frame.headers().encoded().length + frame.earlierFields().length
				+ ((payload != null) ? size(payload) : 0) + frame.laterFields().length;
	}

	/** Returns the size of a field whose number is below 16. */
	private static int size(byte[] value) {
		return 1 + size(value.length) + value.length;
	}

	private static int size(long number) {
		int size = 1;
		for (long rest = number >>> 7; rest != 0; rest >>>= 7) {
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
