package io.ephemeral.feishu.autoconfigure.health;

import java.net.URI;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import org.jspecify.annotations.Nullable;

/**
 * App that makes the calls, and the address of its platform.
 *
 * @param id app id; null if a token source of the application needs none
 * @param baseUrl scheme, host and port of the platform
 * @param simulated whether a simulator takes the place of the platform
 */
record ConnectedApp(@Nullable String id, URI baseUrl, boolean simulated) {

	static ConnectedApp of(FeishuConnectionDetails connection, @Nullable CredentialsSupplier credentials) {
		return new ConnectedApp((credentials != null) ? credentials.appId() : null, connection.getBaseUrl(),
				connection.isSimulated());
	}

}
