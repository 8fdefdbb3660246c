package io.ephemeral.feishu.redis;

import java.util.Base64;

/**
 * Sealed content or mark as a text of Redis.
 */
final class SealedText {

	private SealedText() {
	}

	static String of(byte[] sealed) {
		return Base64.getEncoder().encodeToString(sealed);
	}

	/** Returns the bytes; none if the text was damaged, so that no seal opens them. */
	static byte[] bytes(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
