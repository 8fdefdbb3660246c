package io.ephemeral.feishu.auth;

import reactor.core.publisher.Mono;

/**
 * Supplier of the credentials of an app. The secret is read before each request for a
 * token, so that a new secret takes effect without a restart. A token that was obtained
 * with the old secret stays in use.
 */
public interface CredentialsSupplier {

	/**
	 * Returns the app id, which never changes.
	 * @return app id, such as {@code cli_…}
	 */
	String appId();

	/**
	 * Returns the current secret. This method should not block.
	 * @return the secret, read on each subscription. If the publisher fails, is empty,
	 * emits a blank string, or takes longer than 10 seconds, no token is requested, and
	 * calls that need one fail with a {@link TokenUnavailableException}
	 */
	Mono<String> secret();

}
