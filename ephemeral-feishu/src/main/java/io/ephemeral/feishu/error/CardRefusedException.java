package io.ephemeral.feishu.error;

/**
 * Exception thrown when the platform refuses a card or words on it.
 * {@link FeishuApiError#innerCode} and {@link FeishuApiError#innerPath} contain details,
 * if the platform returns any.
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
