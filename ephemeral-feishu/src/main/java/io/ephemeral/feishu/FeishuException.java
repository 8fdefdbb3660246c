package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

/**
 * Root of all errors of this library. A message contains no secret and no token. It
 * contains words about a card only if they come from the platform.
 */
public class FeishuException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public FeishuException(String message) {
		super(message);
	}

	public FeishuException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Returns the effect that the failed call may have had.
	 * @return {@link Effect#NONE} by default; subtypes may return {@link Effect#UNKNOWN}
	 */
	public Effect effect() {
		return Effect.NONE;
	}

	/**
	 * Effect of a failed call on the platform.
	 */
	public enum Effect {

		/** The call was certainly not carried out. A repetition shows no card twice. */
		NONE,

		/** The call may have been carried out. A repetition may show a card twice. */
		UNKNOWN;

		/**
		 * Returns the effect that a failed call may have had.
		 * @param error error of the call
		 * @return the effect of a {@link FeishuException}; {@link #UNKNOWN} for any other
		 * error
		 */
		public static Effect of(Throwable error) {
			return (error instanceof FeishuException failure) ? failure.effect() : UNKNOWN;
		}

	}

}
