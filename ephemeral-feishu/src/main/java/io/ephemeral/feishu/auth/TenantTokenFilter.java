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
 * Attaches the tenant access token to requests that go to the platform, and to no others.
 * A request whose token the platform refuses was not carried out; it is sent once more
 * with another token.
 * <p>
 * {@link FeishuAttributes#tenant} names the tenant for which a store app acts. A token of
 * the caller's own, by {@link FeishuAttributes#accessToken}, is attached as it is:
 * nothing is kept of it, and if it is refused, so is the call.
 * <p>
 * It sees a refusal as an error, so build the client by
 * {@link io.ephemeral.feishu.client.FeishuWebClient#authenticated}, which puts it in its
 * place.
 */
public final class TenantTokenFilter implements ExchangeFilterFunction {

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
		String own = FeishuAttributes.accessTokenOf(request);
		return (own != null) ? exchange(request, next, own) : this.tokens.call(FeishuAttributes.tenantOf(request),
				(token) -> exchange(request, next, token.value()));
	}

	private static Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, String token) {
		return next.exchange(ClientRequest.from(request).headers((headers) -> headers.setBearerAuth(token)).build())
			.onErrorMap(WebClientRequestException.class, TenantTokenFilter::withoutToken);
	}

	/**
	 * The exception has the headers of the request, which a report would print.
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
