package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

/**
 * Gives the credentials of an app. The secret is asked for before each request for a
 * token, so a secret that was changed in the developer console takes effect without a
 * restart; meanwhile the token that is kept serves on.
 */
public interface CredentialsSupplier {

	/**
	 * Returns the app id, which never changes.
	 * @return {@code cli_…}
	 */
	String appId();

	/**
	 * Returns the secret that is valid now.
	 * @return the secret, once somebody subscribes; should not block. If it fails, is
	 * empty or blank, or does not come within 10 seconds, no token is requested, and
	 * calls that need one fail with a {@link TokenUnavailableException}
	 */
	Mono<String> secret();

}
