package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

/**
 * Root of all errors of this library. A message contains no secret and no token, and of a
 * card only what the platform itself says about it.
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

		/** The call was certainly not carried out. Repeating it shows nothing twice. */
		NONE,

		/** The call may have been carried out. Repeating it may show a card twice. */
		UNKNOWN;

		/**
		 * Returns the effect that a call with an error may have had.
		 * @param error any error
		 * @return the effect of a {@link FeishuException}; {@link #UNKNOWN} for any other
		 * error
		 */
		public static Effect of(Throwable error) {
			return (error instanceof FeishuException failure) ? failure.effect() : UNKNOWN;
		}

	}

}
