package io.ephemeral.feishu.error;

/**
 * The app is not allowed to make the call. {@link FeishuApiError#missingScopes} and
 * {@link FeishuApiError#console} tell what to grant and where, if the platform does.
 */
public class NotAuthorizedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public NotAuthorizedException(FeishuApiError error) {
		super(error);
	}

}
