package io.ephemeral.feishu.error;

/**
 * The card, or words on it, were refused. {@link FeishuApiError#innerCode} and
 * {@link FeishuApiError#innerPath} contain more, if the platform gives a reason.
 */
public class CardRefusedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public CardRefusedException(FeishuApiError error) {
		super(error);
	}

}
