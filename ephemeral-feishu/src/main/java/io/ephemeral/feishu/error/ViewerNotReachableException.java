package io.ephemeral.feishu.error;

/**
 * Exception thrown when the viewer is not a member of the group, does not exist, or is
 * outside of the availability range of the app.
 */
public class ViewerNotReachableException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public ViewerNotReachableException(FeishuApiError error) {
		super(error);
	}

}
