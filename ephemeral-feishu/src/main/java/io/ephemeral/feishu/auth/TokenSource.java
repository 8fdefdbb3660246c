package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.client.FeishuWebClient;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Source of tenant access tokens. An application may replace it, for example to use its
 * own token service.
 */
@FunctionalInterface
public interface TokenSource {

	/**
	 * Obtains a token that is valid now. This method should not block. The
	 * auto-configuration waits for the token for at most a minute.
	 * @param request tenant of the token, and the token to replace
	 * @return the token, obtained again for each subscription. The error is a
	 * {@link TenantMismatchException} if the source does not support the tenant, or if it
	 * needs one and the request names none
	 */
	Mono<TenantToken> fetch(TokenRequest request);

	/**
	 * Returns the states of the app's own tokens, with which those of the tenants are
	 * obtained. This method sends no request.
	 * @return states of the tokens that this source holds; none by default
	 */
	default List<TokenState> states() {
		return List.of();
	}

	/**
	 * Returns a source that shares its tokens with other instances of the application. It
	 * reads a store first, and saves the tokens of this source there.
	 * @param store store of the tokens
	 * @param app platform and app of the tokens; the tenant of the key is ignored
	 * @param clock clock for the validity of tokens
	 * @return a source that asks this one only if the store has no valid token
	 */
	default TokenSource sharedIn(TokenStore store, TokenKey app, Clock clock) {
		return new SharedTokenSource(this, store, app, clock);
	}

	/**
	 * Returns a source that waits for this one for a limited time. It calls this source
	 * on a thread that may block.
	 * @param longest maximum wait of a caller for a token; positive
	 * @return a source that fails with a {@link TokenUnavailableException} if this source
	 * does not emit a token in time
	 */
	default TokenSource within(Duration longest) {
		return (request) -> Collaborator.ask("token source", longest, () -> fetch(request));
	}

	/**
	 * Creates a source that obtains the token of a self-built app from the platform.
	 * Requests that name a tenant are refused, because the app acts for its own tenant
	 * only.
	 * @param client an {@linkplain FeishuWebClient#unauthenticated unauthenticated}
	 * client
	 * @param credentials id and secret of the app
	 * @param clock clock for the time of the request
	 * @return the source
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal">Tenant
	 * access token of a self-built app</a>
	 */
	static TokenSource selfBuilt(WebClient client, CredentialsSupplier credentials, Clock clock) {
		return new SelfBuiltTokenSource(new TokenEndpoint(client, clock), credentials);
	}

	/**
	 * Creates a source that obtains the tokens of a store app from the platform, one for
	 * each tenant that has installed the app. It obtains an app access token with the app
	 * ticket, keeps this token, and obtains the token of a tenant with it. Requests that
	 * name no tenant are refused.
	 * <p>
	 * If there is no ticket, or the platform no longer accepts it, the source requests a
	 * push, at most once a minute. If no ticket is pushed in time, the error is an
	 * {@link AppTicketMissingException}.
	 * @param client an {@linkplain FeishuWebClient#unauthenticated unauthenticated}
	 * client
	 * @param app the app
	 * @param clock clock for the validity of tokens
	 * @return the source
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token">Tenant
	 * access token of a store app</a>
	 */
	static TokenSource storeApp(WebClient client, StoreApp app, Clock clock) {
		TokenEndpoint endpoint = new TokenEndpoint(client, clock);
		return new StoreTokenSource(endpoint, TenantTokenProvider.ofApp(new AppTokenSource(endpoint, app), clock));
	}

}
