package io.ephemeral.feishu.error;

/**
 * The chat is of a kind that the operation does not take: ephemeral cards are for
 * ordinary groups only. Another way is a direct message.
 */
public class ChatUnsupportedException extends FeishuApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Tells what was refused and why.
	 * @param error what the platform said
	 */
	public ChatUnsupportedException(FeishuApiError error) {
		super(error);
	}

}
