package io.ephemeral.feishu.connection;

import java.io.ByteArrayOutputStream;
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

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

	private FrameWriter() {
	}

	/**
	 * Writes a frame. The first four fields are required, so that they are written even
	 * if they are 0.
	 */
	static byte[] write(Frame frame) {
		FrameWriter writer = new FrameWriter();
		writer.number(SEQUENCE, frame.sequence());
		writer.number(LOG_ID, frame.logId());
		writer.number(SERVICE, frame.service());
		writer.number(METHOD, frame.method());
		frame.headers().forEach(writer::header);
		writer.bytes.writeBytes(frame.earlierFields());
		byte[] payload = frame.payload();
		if (payload != null) {
			writer.bytes(PAYLOAD, payload);
		}
		writer.bytes.writeBytes(frame.laterFields());
		return writer.bytes.toByteArray();
	}

	private void header(FrameHeader header) {
		FrameWriter writer = new FrameWriter();
		writer.bytes(KEY, header.key().getBytes(StandardCharsets.UTF_8));
		writer.bytes(VALUE, header.value().getBytes(StandardCharsets.UTF_8));
		bytes(HEADERS, writer.bytes.toByteArray());
	}

	private void number(int tag, long value) {
		varint(tag);
		varint(value);
	}

	private void bytes(int tag, byte[] value) {
		varint(tag);
		varint(value.length);
		this.bytes.writeBytes(value);
	}

	private void varint(long value) {
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			this.bytes.write((int) (rest | 0x80));
			rest >>>= 7;
		}
		this.bytes.write((int) rest);
	}

}
