package io.ephemeral.feishu.error;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the outcome of a call is unknown, because the platform failed or
 * there was no valid response. The call was not repeated if it could show a card twice.
 * <p>
 * If the response contained a code, the cause is the {@link FeishuApiException} for that
 * code.
 */
public class DeliveryUnknownException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Creates an exception for a call with an unknown outcome.
	 * @param operation name of the operation
	 * @param message complete message
	 * @param cause error of the HTTP client or of the platform; null if the response was
	 * not valid
	 */
	public DeliveryUnknownException(String operation, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.operation = operation;
	}

	@Override
	public Effect effect() {
		return Effect.UNKNOWN;
	}

	/**
	 * Returns the operation of the call.
	 * @return a name such as {@code ephemeral.send}, or method and path of the
	 * application's own call
	 */
	public String operation() {
		return this.operation;
	}

}
