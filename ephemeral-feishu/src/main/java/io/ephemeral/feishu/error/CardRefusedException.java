package io.ephemeral.feishu.error;

/**
 * The card, or words on it, were refused. {@link FeishuApiError#innerCode} and
 * {@link FeishuApiError#innerPath} tell more, if the platform does.
 */
public class CardRefusedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public CardRefusedException(FeishuApiError error) {
		super(error);
	}

}
