package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.callback.CallbackKeys;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where callbacks arrive, and how they are known to come from the platform. A bean of
 * this type takes the place of the properties {@code feishu.callback.path},
 * {@code feishu.callback.encrypt-key} and {@code feishu.callback.verification-token}.
 */
public interface FeishuCallbackDetails extends ConnectionDetails {

	/**
	 * Where callbacks arrive.
	 * @return path that begins with a slash
	 */
	String getPath();

	/**
	 * How callbacks are known to come from the platform.
	 * @return encrypt key and verification token
	 */
	CallbackKeys getKeys();

}
