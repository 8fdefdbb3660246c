package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.FeishuException;
import org.jspecify.annotations.Nullable;

/**
 * Failure to start without a usable app id and app secret.
 */
final class MissingCredentialsException extends FeishuException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String sign;

	/**
	 * Creates a failure.
	 * @param property name of the missing property
	 * @param credential state of the property
	 * @param sign name of a property that means a real app; null if there is none
	 */
	MissingCredentialsException(String property, Credential credential, @Nullable String sign) {
		super("The property '" + property + "' " + credential.description());
		this.sign = sign;
	}

	/**
	 * Returns the name of a property that prevents the simulator; null if there is none.
	 */
	@Nullable String sign() {
		return this.sign;
	}

}
