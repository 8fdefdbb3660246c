package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the registration of an app by one scan, for development.
 *
 * @param enabled Whether an application without credentials shows a QR code, and waits
 * for a person who registers an app.
 * @param credentialsFile File that keeps the credentials of the registered app. Git must
 * ignore it. Without it, the credentials are lost when the application stops.
 * @param scopes Further scopes to ask for.
 * @param update Whether the application shows a QR code for the scopes, events and
 * callbacks that its app lacks.
 * @param baseUrl Scheme, host and port of the endpoint that registers apps, for tests.
 * Overrides the region.
 */
@ConfigurationProperties("feishu.registration")
public record FeishuRegistrationProperties(@DefaultValue("false") boolean enabled, @Nullable String credentialsFile,
		Set<String> scopes, @DefaultValue("false") boolean update, @Nullable URI baseUrl) {

	/** Name of the property that turns the registration on. */
	public static final String ENABLED = "feishu.registration.enabled";

	public FeishuRegistrationProperties(@DefaultValue("false") boolean enabled, @Nullable String credentialsFile,
			@Nullable Set<String> scopes, @DefaultValue("false") boolean update, @Nullable URI baseUrl) {
		this.enabled = enabled;
		this.credentialsFile = credentialsFile;
		this.scopes = (scopes != null) ? Set.copyOf(scopes) : Set.of();
		this.update = update;
		this.baseUrl = baseUrl;
	}

}
