package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.NotSentException;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when no tenant access token is available. The call that needs the
 * token was not sent, and may be repeated.
 */
public class TokenUnavailableException extends NotSentException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception with the reason.
	 * @param cause error of the request for the token
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
