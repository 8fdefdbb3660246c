package io.ephemeral.feishu.client;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * There was no response, or none of the platform's: whether the call was carried out is
 * unknown. Nothing was repeated, because a repeated call may show a card twice.
 */
public class DeliveryUnknownException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Tells what is unknown.
	 * @param operation what was attempted
	 * @param message the whole sentence
	 * @param cause what came instead of a response; null if a response did
	 */
	public DeliveryUnknownException(String operation, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
	}

	/**
	 * What was attempted.
	 * @return a name such as {@code ephemeral.send}, or method and path of a call of the
	 * application's own
	 */
	public String operation() {
		return this.operation;
	}

}
