package io.ephemeral.feishu.simulator.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reader of frames in the wire format of Protocol Buffers.
 */
final class FrameReader {

	private static final int VARINT = 0;

	private static final int FIXED_64 = 1;

	private static final int LENGTH = 2;

	private static final int FIXED_32 = 5;

	private static final int MAX_VARINT_BYTES = 10;

	private final ByteBuffer in;

	/** By field number; a field that is absent is null. */
	private final @Nullable Long[] numbers = new Long[5];

	private final @Nullable ByteBuffer[] values = new ByteBuffer[10];

	private final List<Frame.Header> headers = new ArrayList<>();

	private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

	private FrameReader(ByteBuffer in) {
		this.in = in;
	}

	/**
	 * Reads a frame.
	 * @throws IllegalArgumentException if the bytes are not a frame
	 */
	static Frame read(byte[] bytes) {
		FrameReader reader = new FrameReader(ByteBuffer.wrap(bytes));
		reader.fields();
		return new Frame(reader.required(1), reader.required(2), (int) reader.required(3), (int) reader.required(4),
				reader.headers, text(reader.values[6]), text(reader.values[7]), reader.values[8],
				text(reader.values[9]), ByteBuffer.wrap(reader.rest.toByteArray()));
	}

	private void fields() {
		while (this.in.hasRemaining()) {
			int start = this.in.position();
			long tag = varint();
			long field = tag >>> 3;
			int type = (int) (tag & 7);
			if (field == 0) {
				throw new IllegalArgumentException("A field must not have the number 0");
			}
			if (field <= 4 && type == VARINT) {
				this.numbers[(int) field] = varint();
			}
			else if (field == 5 && type == LENGTH) {
				this.headers.add(header(bytes()));
			}
			else if (field >= 6 && field <= 9 && type == LENGTH) {
				this.values[(int) field] = bytes();
			}
			else {
				skip(type);
				byte[] unknown = new byte[this.in.position() - start];
				this.in.get(start, unknown);
				this.rest.writeBytes(unknown);
			}
		}
	}

	private static Frame.Header header(ByteBuffer bytes) {
		FrameReader reader = new FrameReader(bytes);
		String[] texts = new String[3];
		while (bytes.hasRemaining()) {
			long tag = reader.varint();
			if (tag == 0x0a || tag == 0x12) {
				texts[(int) (tag >>> 3)] = StandardCharsets.UTF_8.decode(reader.bytes()).toString();
			}
			else {
				reader.skip((int) (tag & 7));
			}
		}
		if (texts[1] == null || texts[2] == null) {
			throw new IllegalArgumentException("A header has no key or no value");
		}
		return new Frame.Header(texts[1], texts[2]);
	}

	private void skip(int type) {
		switch (type) {
			case VARINT -> varint();
			case FIXED_64 -> take(8);
			case LENGTH -> bytes();
			case FIXED_32 -> take(4);
			default -> throw new IllegalArgumentException("A frame must not have a field of wire type " + type);
		}
	}

	private long varint() {
		long value = 0;
		for (int i = 0; i < MAX_VARINT_BYTES; i++) {
			if (!this.in.hasRemaining()) {
				throw new IllegalArgumentException("A frame ends within a number");
			}
			byte next = this.in.get();
			value |= (long) (next & 0x7f) << (7 * i);
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("A number has more than ten bytes");
	}

	private ByteBuffer bytes() {
		return take(varint());
	}

	private ByteBuffer take(long length) {
		if (length < 0 || length > this.in.remaining()) {
			throw new IllegalArgumentException("A field is longer than its frame");
		}
		ByteBuffer taken = this.in.slice(this.in.position(), (int) length);
		this.in.position(this.in.position() + (int) length);
		return taken;
	}

	private long required(int field) {
		Long value = this.numbers[field];
		if (value == null) {
			throw new IllegalArgumentException("The required field " + field + " is missing");
		}
		return value;
	}

	private static @Nullable String text(@Nullable ByteBuffer bytes) {
		return (bytes != null) ? StandardCharsets.UTF_8.decode(bytes).toString() : null;
	}

}
