package io.ephemeral.feishu.error;

/**
 * The chat is of a kind that the operation does not take: ephemeral cards are for
 * ordinary groups only. Another way is a direct message.
 */
public class ChatUnsupportedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for a refusal.
	 * @param error response of the platform
	 */
	public ChatUnsupportedException(FeishuApiError error) {
		super(error);
	}

}
