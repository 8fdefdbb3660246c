package io.ephemeral.feishu.autoconfigure;

import java.net.URI;

import io.ephemeral.feishu.auth.AppCredentials;
import org.jspecify.annotations.Nullable;

/**
 * Connection details from the properties {@code feishu.*}.
 */
final class PropertiesFeishuConnectionDetails implements FeishuConnectionDetails {

	private final FeishuProperties properties;

	PropertiesFeishuConnectionDetails(FeishuProperties properties) {
		this.properties = properties;
	}

	@Override
	public URI getBaseUrl() {
		URI baseUrl = this.properties.baseUrl();
		return (baseUrl != null) ? PlatformAddress.require("feishu.base-url", baseUrl, this.properties.http())
				: this.properties.region().baseUrl();
	}

	@Override
	public AppCredentials getCredentials() {
		return new AppCredentials(require("feishu.app-id", this.properties.appId()),
				require("feishu.app-secret", this.properties.appSecret()));
	}

	private String require(String property, @Nullable String value) {
		Credential credential = Credential.of(value);
		if (value == null || credential != Credential.USABLE) {
			throw new MissingCredentialsException(property, credential);
		}
		return value;
	}

}
