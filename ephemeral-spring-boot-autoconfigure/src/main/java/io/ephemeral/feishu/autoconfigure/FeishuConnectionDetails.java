package io.ephemeral.feishu.autoconfigure;

import java.net.URI;

import io.ephemeral.feishu.auth.CredentialsSupplier;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Address of the platform and credentials of the app. A bean of this type replaces the
 * properties {@code feishu.app-id}, {@code feishu.app-secret}, {@code feishu.region} and
 * {@code feishu.base-url}.
 */
public interface FeishuConnectionDetails extends ConnectionDetails {

	/**
	 * Returns the address of the platform.
	 * @return scheme, host and port
	 */
	URI getBaseUrl();

	/**
	 * Returns the credentials of the app.
	 * @return id and secret of the app; {@link io.ephemeral.feishu.auth.AppCredentials}
	 * if the secret never changes
	 */
	CredentialsSupplier getCredentials();

	/**
	 * Returns whether a simulator takes the place of the platform. Logs and health show
	 * it.
	 * @return false unless overridden
	 */
	default boolean isSimulated() {
		return false;
	}

}
