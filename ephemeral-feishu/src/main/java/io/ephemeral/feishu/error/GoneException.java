package io.ephemeral.feishu.error;

/**
 * The message, its group or the time to act on it is gone, for good.
 */
public class GoneException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public GoneException(FeishuApiError error) {
		super(error);
	}

}
