package io.ephemeral.feishu.error;

/**
 * The message, its group or the time to act on it is gone, for good.
 */
public class GoneException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public GoneException(FeishuApiError error) {
		super(error);
	}

}
