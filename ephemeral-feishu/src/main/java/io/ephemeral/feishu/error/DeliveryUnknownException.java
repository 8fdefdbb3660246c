package io.ephemeral.feishu.error;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * There was no response, or none of the platform's, or the platform itself failed while
 * it carried out the call: whether that had an effect is unknown. A call that may show a
 * card twice was not repeated.
 * <p>
 * If the response had a code, the cause is the {@link FeishuApiException} with it.
 */
public class DeliveryUnknownException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Creates an exception for a call with an unknown outcome.
	 * @param operation what was attempted
	 * @param message the whole sentence
	 * @param cause what came instead of a response, or the platform's failure; null if a
	 * response came that was not the platform's
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
	 * @return a name such as {@code ephemeral.send}, or method and path of a call of the
	 * application's own
	 */
	public String operation() {
		return this.operation;
	}

}
