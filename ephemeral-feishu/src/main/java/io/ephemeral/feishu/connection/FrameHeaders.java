package io.ephemeral.feishu.connection;

import java.util.Arrays;

/**
 * Headers of a {@link Frame} in their order. They stay encoded, because most of them are
 * only sent back.
 */
final class FrameHeaders {

	private final byte[] encoded;

	/**
	 * Creates headers from their encoding.
	 * @param encoded fields of the headers, which were checked
	 */
	FrameHeaders(byte[] encoded) {
		this.encoded = encoded;
	}

	static FrameHeaders of(FrameHeader... headers) {
		FrameHeaders all = new FrameHeaders(new byte[0]);
		for (FrameHeader header : headers) {
			all = all.and(FrameWriter.write(header));
		}
		return all;
	}

	/** Adds an encoded header. */
	FrameHeaders and(byte[] added) {
		byte[] all = Arrays.copyOf(this.encoded, this.encoded.length + added.length);
		System.arraycopy(added, 0, all, this.encoded.length, added.length);
		return new FrameHeaders(all);
	}

	/** Returns the first value of a header, or an empty string. */
	String first(String key) {
		return FrameReader.find(key, this.encoded);
	}

	byte[] encoded() {
		return this.encoded;
	}

}
