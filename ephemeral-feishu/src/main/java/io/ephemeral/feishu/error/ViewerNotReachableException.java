package io.ephemeral.feishu.error;

/**
 * The viewer is no member of the group, does not exist, or is out of the bot's reach.
 */
public class ViewerNotReachableException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public ViewerNotReachableException(FeishuApiError error) {
		super(error);
	}

}
