package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.error.FeishuApiException;

/**
 * Exception thrown when the platform refuses the token of a call and issues the same
 * token again. The call was not carried out, and repeating it does not help.
 */
public final class TokenRefusedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception from a refusal.
	 * @param refusal response of the platform
	 */
	public TokenRefusedException(FeishuApiException refusal) {
		super(refusal.error());
		initCause(refusal);
	}

	@Override
	public String getMessage() {
		return super.getMessage() + "; the platform returned the same token again, so the call was not repeated. "
				+ "The call may need another kind of token, such as the token of a user";
	}

}
