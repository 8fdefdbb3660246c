package io.ephemeral.feishu.client;

/**
 * There were too many calls. The call was not carried out, so it may be repeated once
 * {@link FeishuApiError#retryAfter} is over.
 */
public class RateLimitedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public RateLimitedException(FeishuApiError error) {
		super(error);
	}

}
