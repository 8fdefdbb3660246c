package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.util.regex.Pattern;

import io.ephemeral.feishu.auth.AppCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Connection details from the properties {@code feishu.*}.
 */
final class PropertiesFeishuConnectionDetails implements FeishuConnectionDetails {

	/** Names and addresses of this machine, found without a DNS query. */
	private static final Pattern LOOPBACK = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]",
			Pattern.CASE_INSENSITIVE);

	private final FeishuProperties properties;

	private final Environment environment;

	PropertiesFeishuConnectionDetails(FeishuProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	@Override
	public URI getBaseUrl() {
		URI baseUrl = this.properties.baseUrl();
		if (baseUrl == null) {
			return this.properties.region().baseUrl();
		}
		boolean http = "https".equalsIgnoreCase(baseUrl.getScheme()) || "http".equalsIgnoreCase(baseUrl.getScheme());
		if (!http || baseUrl.getHost() == null || !baseUrl.getRawPath().matches("/?") || baseUrl.getRawQuery() != null
				|| baseUrl.getRawFragment() != null || baseUrl.getRawUserInfo() != null) {
			// User information may contain a password.
			throw new InvalidConfigurationPropertyValueException("feishu.base-url",
					(baseUrl.getRawUserInfo() != null) ? "******" : baseUrl,
					"Expected a scheme, a host and optionally a port, such as https://open.feishu.cn");
		}
		if ("http".equalsIgnoreCase(baseUrl.getScheme()) && !LOOPBACK.matcher(baseUrl.getHost()).matches()
				&& !this.properties.http().allowInsecure()) {
			throw new InvalidConfigurationPropertyValueException("feishu.base-url", baseUrl,
					"Expected https, because the app secret and the tokens are sent to this address; set 'feishu.http.allow-insecure' to true if others in the network may read them");
		}
		return baseUrl;
	}

	@Override
	public AppCredentials getCredentials() {
		return new AppCredentials(require("feishu.app-id", this.properties.appId()),
				require("feishu.app-secret", this.properties.appSecret()));
	}

	private String require(String property, @Nullable String value) {
		Credential credential = Credential.of(value);
		if (value == null || credential != Credential.USABLE) {
			throw new MissingCredentialsException(property, credential, RealApp.signIn(this.environment).orElse(null));
		}
		return value;
	}

}
