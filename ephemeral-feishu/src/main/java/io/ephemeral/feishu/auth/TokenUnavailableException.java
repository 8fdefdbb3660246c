package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.NotSentException;
import org.jspecify.annotations.Nullable;

/**
 * No tenant access token could be had, so the call that needs it was not sent. It may be
 * repeated.
 */
public class TokenUnavailableException extends NotSentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception with the reason.
	 * @param cause what became of the request for one
	 */
	public TokenUnavailableException(Throwable cause) {
		super(describe(cause.getMessage()), cause);
	}

	TokenUnavailableException(String reason) {
		super(describe(reason));
	}

	private static String describe(@Nullable String reason) {
		return "The call was not sent, because there is no token: " + reason;
	}

}
