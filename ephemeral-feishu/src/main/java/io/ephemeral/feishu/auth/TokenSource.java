package io.ephemeral.feishu.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

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
	 * Obtains a token that is valid now. It should not block; the auto-configuration
	 * gives up on it after a minute.
	 * @param request what it is wanted for
	 * @return the token, once somebody subscribes; each subscription asks anew. A
	 * {@link TenantMismatchException} if the source cannot serve the tenant, or needs to
	 * know it
	 */
	Mono<TenantToken> fetch(TokenRequest request);

	/**
	 * Returns the states of the app's own tokens, which obtain those of the tenants. No
	 * request is made.
	 * @return states of tokens that this source keeps; none by default
	 */
	default List<TokenState> states() {
		return List.of();
	}

	/**
	 * Looks into a store first, and keeps there what this source gives, so that several
	 * instances of an application share their tokens.
	 * @param store where the tokens are
	 * @param app the platform and the app to which they belong; its tenant is ignored
	 * @param clock clock for the validity of tokens
	 * @return a source that asks this one only when it must
	 */
	default TokenSource sharedIn(TokenStore store, TokenKey app, Clock clock) {
		return new SharedTokenSource(this, store, app, clock);
	}

	/**
	 * Gives up on this source when it is silent. It is asked on a thread that may block.
	 * @param longest how long a caller waits for its answer; positive
	 * @return a source that answers in that time, if need be by a
	 * {@link TokenUnavailableException}
	 */
	default TokenSource within(Duration longest) {
		return (request) -> Collaborator.ask("token source", longest, () -> fetch(request));
	}

	/**
	 * Asks the platform for the token of a self-built app, which serves one tenant.
	 * Requests that name a tenant are refused: the app can act for its own only.
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
	 * Asks the platform for the tokens of a store app, one for each tenant that has
	 * installed it: from the app ticket comes an app access token, which is kept, and
	 * from that the token of a tenant. Requests that name no tenant are refused.
	 * <p>
	 * If there is no ticket, or the platform does not take it any more, it is asked to
	 * push one, at most once a minute. If none comes in time, the error is an
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
