package io.ephemeral.feishu.auth;

import io.ephemeral.feishu.FeishuException;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

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

	/**
	 * Returns the present credentials of a supplier.
	 * @param supplier supplier of the credentials
	 * @return the credentials, or a {@link TokenUnavailableException} if the supplier
	 * fails, gives no secret, or does not respond within 10 seconds
	 */
	public static Mono<AppCredentials> of(CredentialsSupplier supplier) {
		return Collaborator.ask("credentials supplier", supplier::secret)
			.filter(StringUtils::hasText)
			.switchIfEmpty(Mono
				.error(() -> new TokenUnavailableException("the supplier of the credentials returned no app secret")))
			.onErrorMap((error) -> !(error instanceof FeishuException), TokenUnavailableException::new)
			.map((secret) -> new AppCredentials(supplier.appId(), secret));
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
