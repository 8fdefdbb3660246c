package io.ephemeral.feishu.error;

/**
 * The monthly quota of calls is used up.
 */
public class QuotaExhaustedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public QuotaExhaustedException(FeishuApiError error) {
		super(error);
	}

}
