package io.ephemeral.feishu.auth;

import java.net.URI;

import io.ephemeral.feishu.client.FeishuAttributes;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Filter that attaches the tenant access token to requests to the platform, and to no
 * others. If the platform refuses the token, the request was not carried out, and this
 * filter sends it once more with another token.
 * <p>
 * {@link FeishuAttributes#tenant} names the tenant for which a store app acts. A token of
 * the caller ({@link FeishuAttributes#accessToken}) is attached unchanged and is not
 * stored. If the platform refuses that token, the call fails.
 * <p>
 * This filter expects refusals as errors. Build the client with
 * {@link io.ephemeral.feishu.client.FeishuWebClient#authenticated}, which sets the order
 * of the filters.
 */
public final class TenantTokenFilter implements ExchangeFilterFunction {

	private final TenantTokenProvider tokens;

	private final URI baseUrl;

	/**
	 * Creates a filter for the tokens of a provider.
	 * @param tokens provider of the tokens
	 * @param baseUrl scheme, host and port of the platform; requests to other servers
	 * pass unchanged
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
		String own = FeishuAttributes.accessTokenOf(request);
		return (own != null) ? exchange(request, next, own) : this.tokens.call(FeishuAttributes.tenantOf(request),
				(token) -> exchange(request, next, token.value()));
	}

	private static Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, String token) {
		return next.exchange(ClientRequest.from(request).headers((headers) -> headers.setBearerAuth(token)).build())
			.onErrorMap(WebClientRequestException.class, TenantTokenFilter::withoutToken);
	}

	/**
	 * Removes the token from the exception, because an error report may print the
	 * headers.
	 */
	private static WebClientRequestException withoutToken(WebClientRequestException error) {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(error.getHeaders());
		headers.remove(HttpHeaders.AUTHORIZATION);
		Throwable cause = (error.getCause() != null) ? error.getCause() : error;
		return new WebClientRequestException(cause, error.getMethod(), error.getUri(), headers);
	}

	private boolean isOfPlatform(URI url) {
		return this.baseUrl.getScheme().equalsIgnoreCase(url.getScheme())
				&& this.baseUrl.getHost().equalsIgnoreCase(url.getHost()) && portOf(this.baseUrl) == portOf(url);
	}

	private static int portOf(URI url) {
		return (url.getPort() != -1) ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
	}

}
