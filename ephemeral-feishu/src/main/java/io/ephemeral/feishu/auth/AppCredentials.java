package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * What the developer console shows under <em>Credentials</em>.
 *
 * @param appId the app id, {@code cli_…}
 * @param appSecret the app secret, which is never printed
 */
public record AppCredentials(String appId, String appSecret) implements CredentialsSupplier {

	public AppCredentials {
		Assert.hasText(appId, "The app id must not be blank");
		Assert.hasText(appSecret, "The app secret must not be blank");
	}

	@Override
	public Mono<String> secret() {
		return Mono.just(this.appSecret);
	}

	@Override
	public String toString() {
		return "AppCredentials[" + this.appId + "]";
	}

}
