package io.ephemeral.feishu.client;

/**
 * Check of access tokens. It is used where tokens are read, so that no call fails with a
 * token that an HTTP client cannot send.
 */
public final class AccessTokens {

	/**
	 * Twice the longest documented token, and half of the usual limit of servers for
	 * headers.
	 */
	private static final int MAX_LENGTH = 4096;

	private AccessTokens() {
	}

	/**
	 * Returns whether a token can be sent as a header.
	 * @param token the token, without {@code Bearer}
	 * @return whether the token has 1 to 4096 characters, all of them visible ASCII
	 */
	public static boolean fitsHeader(String token) {
		return !token.isEmpty() && token.length() <= MAX_LENGTH
				&& token.chars().allMatch((character) -> character > ' ' && character < 0x7f);
	}

}
