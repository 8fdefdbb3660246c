package io.ephemeral.feishu.error;

/**
 * The viewer is no member of the group, does not exist, or is out of the bot's reach.
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
