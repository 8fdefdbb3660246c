package io.ephemeral.feishu.error;

/**
 * Exception thrown when the message or its group no longer exists, or the time for the
 * operation is over.
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
