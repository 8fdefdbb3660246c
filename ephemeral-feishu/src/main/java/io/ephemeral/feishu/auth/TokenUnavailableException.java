package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.FeishuException;

/**
 * No tenant access token could be had, so the call that needs it was not sent. It may be
 * repeated.
 */
public class TokenUnavailableException extends FeishuException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells why there is no token.
	 * @param cause what became of the request for one
	 */
	public TokenUnavailableException(Throwable cause) {
		super("The call was not sent, because there is no token: " + cause.getMessage(), cause);
	}

}
