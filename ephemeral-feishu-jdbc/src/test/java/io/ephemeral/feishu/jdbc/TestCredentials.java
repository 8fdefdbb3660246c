package io.ephemeral.feishu.jdbc;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import reactor.core.publisher.Mono;

/**
 * Credentials of an app in tests.
 *
 * @param appId id of the app
 * @param secret the secret
 */
record TestCredentials(String appId, Mono<String> secret) implements CredentialsSupplier {

	static final TestCredentials APP = new TestCredentials("cli_1", Mono.just("secret-1"));

}
