package io.ephemeral.feishu.error;

/**
 * Exception thrown when the operation does not support the kind of chat. Ephemeral cards
 * are for ordinary groups only. A direct message may be sent instead.
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
