package io.ephemeral.feishu.auth;

import java.net.URI;
import java.util.Set;

import io.ephemeral.feishu.client.FeishuApiException;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Attaches the tenant access token to requests that go to the platform, and to no others.
 * A request whose token the platform refuses was not carried out; it is sent once more
 * with another token.
 */
public final class TenantTokenFilter implements ExchangeFilterFunction {

	/**
	 * A token is invalid, expired or malformed.
	 *
	 * @see <a href=
	 * "https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN">General error
	 * codes</a>
	 */
	private static final Set<Integer> TOKEN_REFUSED = Set.of(20013, 20014, 99991661, 99991663, 99991664, 99991665,
			99991671);

	private final TenantTokenProvider tokens;

	private final URI baseUrl;

	/**
	 * Attaches the tokens of a provider.
	 * @param tokens gives them
	 * @param baseUrl scheme, host and port of the platform; requests elsewhere pass
	 * untouched
	 */
	public TenantTokenFilter(TenantTokenProvider tokens, URI baseUrl) {
		this.tokens = tokens;
		this.baseUrl = baseUrl;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		if (!isOfPlatform(request.url())) {
			return next.exchange(request);
		}
		return this.tokens.token()
			.flatMap((token) -> next.exchange(authenticated(request, token))
				.onErrorResume(TenantTokenFilter::isTokenRefused, (refusal) -> replay(request, next, token, refusal)));
	}

	private Mono<ClientResponse> replay(ClientRequest request, ExchangeFunction next, TenantToken refused,
			Throwable refusal) {
		return this.tokens.replace(refused)
			.flatMap((token) -> token.value().equals(refused.value()) ? Mono.error(refusal)
					: next.exchange(authenticated(request, token)));
	}

	private boolean isOfPlatform(URI url) {
		return this.baseUrl.getScheme().equalsIgnoreCase(url.getScheme())
				&& this.baseUrl.getHost().equalsIgnoreCase(url.getHost()) && this.baseUrl.getPort() == url.getPort();
	}

	private static boolean isTokenRefused(Throwable error) {
		return error instanceof FeishuApiException refusal && TOKEN_REFUSED.contains(refusal.code());
	}

	private static ClientRequest authenticated(ClientRequest request, TenantToken token) {
		return ClientRequest.from(request).headers((headers) -> headers.setBearerAuth(token.value())).build();
	}

}
