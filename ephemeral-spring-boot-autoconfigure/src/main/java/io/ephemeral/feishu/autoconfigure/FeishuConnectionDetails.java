package io.ephemeral.feishu.autoconfigure;

import java.net.URI;

import io.ephemeral.feishu.auth.CredentialsSupplier;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where the platform is, and as which app to call it. A bean of this type takes the place
 * of the properties {@code feishu.app-id}, {@code feishu.app-secret},
 * {@code feishu.region} and {@code feishu.base-url}.
 */
public interface FeishuConnectionDetails extends ConnectionDetails {

	/**
	 * Where the platform is.
	 * @return scheme, host and port
	 */
	URI getBaseUrl();

	/**
	 * As which app to call.
	 * @return id and secret of the app; {@link io.ephemeral.feishu.auth.AppCredentials}
	 * if the secret never changes
	 */
	CredentialsSupplier getCredentials();

}
