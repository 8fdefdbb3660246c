package io.ephemeral.feishu.simulator.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writer of frames in the wire format of Protocol Buffers. It writes the required fields
 * even if they are 0.
 */
final class FrameWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private FrameWriter() {
	}

	static byte[] write(Frame frame) {
		FrameWriter writer = new FrameWriter();
		writer.number(1, frame.seqId());
		writer.number(2, frame.logId());
		writer.number(3, frame.service());
		writer.number(4, frame.method());
		frame.headers().forEach((header) -> writer.bytes(5, bytes(header)));
		writer.text(6, frame.payloadEncoding());
		writer.text(7, frame.payloadType());
		if (frame.payload() != null) {
			writer.bytes(8, bytes(frame.payload()));
		}
		writer.text(9, frame.logIdNew());
		writer.out.writeBytes(bytes(frame.rest()));
		return writer.out.toByteArray();
	}

	private static byte[] bytes(Frame.Header header) {
		FrameWriter writer = new FrameWriter();
		writer.text(1, header.key());
		writer.text(2, header.value());
		return writer.out.toByteArray();
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

	private void number(int field, long value) {
		varint(field << 3);
		varint(value);
	}

	private void text(int field, @Nullable String value) {
		if (value != null) {
			bytes(field, value.getBytes(StandardCharsets.UTF_8));
		}
	}

	private void bytes(int field, byte[] value) {
		varint((field << 3) | 2);
		varint(value.length);
		this.out.writeBytes(value);
	}

	private void varint(long value) {
		long remaining = value;
		while ((remaining & ~0x7fL) != 0) {
			this.out.write((int) ((remaining & 0x7f) | 0x80));
			remaining >>>= 7;
		}
		this.out.write((int) remaining);
	}

}
