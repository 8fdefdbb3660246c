package io.ephemeral.feishu.error;

/**
 * The monthly quota of calls is used up.
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
