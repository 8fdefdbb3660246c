package io.ephemeral.feishu.autoconfigure;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Callback that customizes the {@link WebClient}s that call the platform: the one for
 * calls and the one for tokens. Beans of this type run in their order.
 * <p>
 * These clients do not use the {@link WebClient.Builder} of the application, so that
 * headers, filters and credentials of a {@code WebClientCustomizer} do not reach the
 * platform. Everything that a customizer of this type adds is part of every call to the
 * platform, and its filters see secrets and tokens.
 */
@FunctionalInterface
public interface FeishuWebClientCustomizer {

	/**
	 * Customizes a builder that already has connector, codecs and observations.
	 * @param builder builder of the client for calls; the library adds the base URL and
	 * its own filters after the customizer
	 */
	void customize(WebClient.Builder builder);

	/**
	 * Customizes the builder of the client for tokens. By default, it does the same as
	 * for the client for calls.
	 * @param builder builder of the client that requests tokens
	 */
	default void customizeForTokens(WebClient.Builder builder) {
		customize(builder);
	}

}
