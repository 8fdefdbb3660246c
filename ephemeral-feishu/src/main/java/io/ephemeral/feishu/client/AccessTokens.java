package io.ephemeral.feishu.client;

/**
 * Check of tokens where they are read, so that no call fails with a token that no HTTP
 * client can send.
 */
public final class AccessTokens {

	/** Twice the longest documented token, and half of what servers take as headers. */
	private static final int MAX_LENGTH = 4096;

	private AccessTokens() {
	}

	/**
	 * Returns whether a token can be sent as a header.
	 * @param token the token, without {@code Bearer}
	 * @return whether it is not empty, consists of visible ASCII characters, and is short
	 * enough
	 */
	public static boolean fitsHeader(String token) {
		return !token.isEmpty() && token.length() <= MAX_LENGTH
				&& token.chars().allMatch((character) -> character > ' ' && character < 0x7f);
	}

}
