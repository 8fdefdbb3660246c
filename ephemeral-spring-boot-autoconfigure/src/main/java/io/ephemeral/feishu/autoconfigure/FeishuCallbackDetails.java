package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.callback.CallbackKeys;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Path of callbacks, and the keys that verify them. A bean of this type replaces the
 * properties {@code feishu.callback.path}, {@code feishu.callback.encrypt-key} and
 * {@code feishu.callback.verification-token}.
 */
public interface FeishuCallbackDetails extends ConnectionDetails {

	/**
	 * Returns the path of callbacks.
	 * @return a path that begins with a slash
	 */
	String getPath();

	/**
	 * Returns the keys that verify and decrypt callbacks.
	 * @return encrypt key and verification token
	 */
	CallbackKeys getKeys();

}
