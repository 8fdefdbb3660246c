package io.ephemeral.feishu.card;

import io.ephemeral.feishu.FeishuException;

/**
 * A card breaks a rule that is known here. Nothing was sent.
 */
public class InvalidCardException extends FeishuException {

	private static final long serialVersionUID = 1L;

	public InvalidCardException(String message) {
		super(message);
	}

}
