package io.ephemeral.feishu.auth;

import java.time.Clock;

import io.ephemeral.feishu.client.FeishuWebClient;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Obtains tenant access tokens. An application may replace it, for example to share the
 * tokens of a service of its own.
 */
@FunctionalInterface
public interface TokenSource {

	/**
	 * Obtains a token that is valid now.
	 * @return the token, once somebody subscribes; each subscription asks anew
	 */
	Mono<TenantToken> fetch();

	/**
	 * Asks the platform for the token of a custom app, which serves one company.
	 * @param client an {@linkplain FeishuWebClient#unauthenticated unauthenticated}
	 * client
	 * @param credentials id and secret of the app
	 * @param clock tells when the token was asked for
	 * @return the source
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal">Tenant
	 * access token of a custom app</a>
	 */
	static TokenSource selfBuilt(WebClient client, AppCredentials credentials, Clock clock) {
		return new SelfBuiltTokenSource(client, credentials, clock);
	}

}
