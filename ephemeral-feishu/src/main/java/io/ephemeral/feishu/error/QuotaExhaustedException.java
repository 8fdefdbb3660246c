package io.ephemeral.feishu.error;

/**
 * Exception thrown when the monthly quota of calls is exhausted.
 */
public class QuotaExhaustedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public QuotaExhaustedException(FeishuApiError error) {
		super(error);
	}

}
