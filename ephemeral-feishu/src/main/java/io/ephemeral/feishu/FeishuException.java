package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

/**
 * Root of all errors of this library. Messages carry no secret and no token, and of a
 * card nothing but what the platform itself says about it.
 */
public class FeishuException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public FeishuException(String message) {
		super(message);
	}

	public FeishuException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
