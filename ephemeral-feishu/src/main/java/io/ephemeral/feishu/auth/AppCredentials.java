package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Id and secret of an app, as shown in the developer console under <em>Credentials</em>.
 *
 * @param appId app id, such as {@code cli_…}
 * @param appSecret app secret; never printed
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
