package io.ephemeral.feishu.error;

/**
 * Exception thrown when the app is not authorized to make the call.
 * {@link FeishuApiError#missingScopes} contains the scopes to grant, and
 * {@link FeishuApiError#console} the page for it, if the platform returns them.
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
