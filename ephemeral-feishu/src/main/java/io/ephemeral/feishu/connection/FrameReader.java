package io.ephemeral.feishu.connection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reader of frames in the encoding of Protocol Buffers. Fields without a name here are
 * kept as they came. Nothing is allocated for a length before the bytes are there.
 */
final class FrameReader {

	/** Far more than the seven headers of the platform. */
	private static final int MOST_HEADERS = 100;

	private static final int VARINT = 0;

	private static final int FIXED_64 = 1;

	private static final int LENGTH_DELIMITED = 2;

	private static final int FIXED_32 = 5;

	private final byte[] bytes;

	private final int end;

	private int position;

	private FrameReader(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
	}

	/**
	 * Reads a frame.
	 * @param bytes content of a binary WebSocket message
	 * @throws FrameFormatException if it is none
	 */
	static Frame read(byte[] bytes) {
		return new FrameReader(bytes, 0, bytes.length).frame();
	}

	private Frame frame() {
		long[] numbers = new long[4];
		int present = 0;
		List<FrameHeader> headers = new ArrayList<>();
		byte[] payload = null;
		ByteArrayOutputStream earlier = new ByteArrayOutputStream(0);
		ByteArrayOutputStream later = new ByteArrayOutputStream(0);
		while (this.position < this.end) {
			int start = this.position;
			int tag = tag();
			switch (tag) {
				case FrameWriter.SEQUENCE, FrameWriter.LOG_ID, FrameWriter.SERVICE, FrameWriter.METHOD -> {
					int index = (tag >>> 3) - 1;
					numbers[index] = varint();
					present |= 1 << index;
				}
				case FrameWriter.HEADERS -> headers.add(header(headers.size()));
				case FrameWriter.PAYLOAD -> payload = bytes(length());
				default -> keep(start, tag, (tag < FrameWriter.PAYLOAD) ? earlier : later);
			}
		}
		if (present != 0b1111) {
			throw new FrameFormatException("A required field of the frame is absent");
		}
		return new Frame(numbers[0], numbers[1], (int) numbers[2], (int) numbers[3], headers, earlier.toByteArray(),
				payload, later.toByteArray());
	}

	private FrameHeader header(int earlier) {
		if (earlier == MOST_HEADERS) {
			throw new FrameFormatException("The frame has more than " + MOST_HEADERS + " headers");
		}
		int length = length();
		FrameReader reader = new FrameReader(this.bytes, this.position, this.position + length);
		this.position += length;
		return reader.header();
	}

	private FrameHeader header() {
		String key = null;
		String value = null;
		while (this.position < this.end) {
			int tag = tag();
			switch (tag) {
				case FrameWriter.KEY -> key = text();
				case FrameWriter.VALUE -> value = text();
				default -> skip(tag);
			}
		}
		return new FrameHeader(required(key), required(value));
	}

	private static String required(@Nullable String text) {
		if (text == null) {
			throw new FrameFormatException("A header of the frame has no key or no value");
		}
		return text;
	}

	private void keep(int start, int tag, ByteArrayOutputStream fields) {
		skip(tag);
		fields.write(this.bytes, start, this.position - start);
	}

	private void skip(int tag) {
		switch (tag & 7) {
			case VARINT -> varint();
			case FIXED_64 -> advance(8);
			case LENGTH_DELIMITED -> advance(length());
			case FIXED_32 -> advance(4);
			default -> throw new FrameFormatException("The frame has a field of the unknown wire type " + (tag & 7));
		}
	}

	private int tag() {
		long tag = varint();
		if (tag != (int) tag || tag >>> 3 == 0) {
			throw new FrameFormatException("The frame has a field with an invalid number");
		}
		return (int) tag;
	}

	private long varint() {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			if (this.position == this.end) {
				throw new FrameFormatException("The frame ends within a number");
			}
			byte next = this.bytes[this.position++];
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new FrameFormatException("The frame has a number of more than ten bytes");
	}

	private int length() {
		long length = varint();
		if (length < 0 || length > this.end - this.position) {
			throw new FrameFormatException("The frame ends within a field");
		}
		return (int) length;
	}

	private void advance(int length) {
		if (length > this.end - this.position) {
			throw new FrameFormatException("The frame ends within a field");
		}
		this.position += length;
	}

	private byte[] bytes(int length) {
		this.position += length;
		return Arrays.copyOfRange(this.bytes, this.position - length, this.position);
	}

	private String text() {
		int length = length();
		this.position += length;
		return new String(this.bytes, this.position - length, length, StandardCharsets.UTF_8);
	}

}
