package io.ephemeral.feishu.error;

/**
 * The app is not allowed to make the call. {@link FeishuApiError#missingScopes} and
 * {@link FeishuApiError#console} contain what to grant and where, if the platform names
 * it.
 */
public class NotAuthorizedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public NotAuthorizedException(FeishuApiError error) {
		super(error);
	}

}
