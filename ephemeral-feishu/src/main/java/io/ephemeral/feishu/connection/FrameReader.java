package io.ephemeral.feishu.connection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
		int headerCount = 0;
		byte[] payload = null;
		Fields headers = new Fields(this.bytes);
		Fields earlier = new Fields(this.bytes);
		Fields later = new Fields(this.bytes);
		while (this.position < this.end) {
			int start = this.position;
			int tag = tag();
			switch (tag) {
				case FrameWriter.SEQUENCE, FrameWriter.LOG_ID, FrameWriter.SERVICE, FrameWriter.METHOD -> {
					int index = (tag >>> 3) - 1;
					numbers[index] = varint();
					present |= 1 << index;
				}
				case FrameWriter.HEADERS -> {
					checkHeader(++headerCount);
					headers.add(start, this.position);
				}
				case FrameWriter.PAYLOAD -> payload = bytes(length());
				default -> {
					skip(tag);
					((tag < FrameWriter.PAYLOAD) ? earlier : later).add(start, this.position);
				}
			}
		}
		if (present != 0b1111) {
			throw new FrameFormatException("A required field of the frame is absent");
		}
		return new Frame(numbers[0], numbers[1], (int) numbers[2], (int) numbers[3], new FrameHeaders(headers.joined()),
				earlier.joined(), payload, later.joined());
	}

	private void checkHeader(int number) {
		if (number > MOST_HEADERS) {
			throw new FrameFormatException("The frame has more than " + MOST_HEADERS + " headers");
		}
		part().checkHeader();
	}

	private void checkHeader() {
		boolean key = false;
		boolean value = false;
		while (this.position < this.end) {
			int tag = tag();
			key |= tag == FrameWriter.KEY;
			value |= tag == FrameWriter.VALUE;
			skip(tag);
		}
		if (!key || !value) {
			throw new FrameFormatException("A header of the frame has no key or no value");
		}
	}

	/**
	 * Finds the first value of a header, or returns an empty string.
	 * @param headers fields of the headers, which were checked
	 */
	static String find(String key, byte[] headers) {
		byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
		FrameReader reader = new FrameReader(headers, 0, headers.length);
		while (reader.position < reader.end) {
			reader.tag();
			String value = reader.part().valueOf(wanted);
			if (value != null) {
				return value;
			}
		}
		return "";
	}

	private @Nullable String valueOf(byte[] wanted) {
		boolean found = false;
		int start = 0;
		int length = 0;
		while (this.position < this.end) {
			int tag = tag();
			if (tag == FrameWriter.KEY) {
				FrameReader key = part();
				found = Arrays.equals(this.bytes, key.position, key.end, wanted, 0, wanted.length);
			}
			else if (tag == FrameWriter.VALUE) {
				length = length();
				start = this.position;
				this.position += length;
			}
			else {
				skip(tag);
			}
		}
		return found ? new String(this.bytes, start, length, StandardCharsets.UTF_8) : null;
	}

	/** Returns a reader of the content of a field, and continues behind it. */
	private FrameReader part() {
		int length = length();
		this.position += length;
		return new FrameReader(this.bytes, this.position - length, this.position);
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

	/**
	 * Fields of a frame as they came. Usually they follow each other, so that they are
	 * copied once.
	 */
	private static final class Fields {

		private final byte[] frame;

		private @Nullable ByteArrayOutputStream earlier;

		private int start;

		private int end;

		Fields(byte[] frame) {
			this.frame = frame;
		}

		void add(int start, int end) {
			if (start != this.end) {
				this.earlier = earlier();
				this.start = start;
			}
			this.end = end;
		}

		private @Nullable ByteArrayOutputStream earlier() {
			if (this.start == this.end) {
				return this.earlier;
			}
			ByteArrayOutputStream fields = (this.earlier != null) ? this.earlier : new ByteArrayOutputStream();
			fields.write(this.frame, this.start, this.end - this.start);
			return fields;
		}

		byte[] joined() {
			ByteArrayOutputStream fields = (this.earlier != null) ? earlier() : null;
			return (fields != null) ? fields.toByteArray() : Arrays.copyOfRange(this.frame, this.start, this.end);
		}

	}

}
