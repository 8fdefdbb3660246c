package io.ephemeral.feishu.client;

import java.net.URI;

import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.RateLimiter;

import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds the {@link WebClient}s that call the platform. This is the place where the order
 * of the filters is decided, from the outermost to the innermost:
 * <ol>
 * <li>scope: opens the state of the call, which all others share, so it stands outside of
 * <li>log: one line for a call, whatever it took, so it stands outside of
 * <li>retry: each attempt takes a permit and a token and is decoded anew. When nothing is
 * repeated any more, what the HTTP client throws and what the platform failed to do
 * becomes an unknown outcome. It stands outside of
 * <li>limit: a call waits for its permit without a token, which could end meanwhile, so
 * it stands outside of
 * <li>authenticate: attaches the token, and must see a refused token as an error, so it
 * stands outside of
 * <li>departures: the second half of limit. Each request that leaves is counted, one that
 * is replayed with another token too; it must see a refusal as an error, so it stands
 * outside of
 * <li>deadlines: one until the request departs and one until its response ends, which
 * includes the body that is read further in, so it stands outside of
 * <li>decode errors: whatever is not {@code code = 0} becomes a
 * {@link FeishuApiException}
 * </ol>
 * The filters know of each other by two things only: the call and its result travel as
 * one attribute of the request, and what happens to it as one entry of the context.
 */
public final class FeishuWebClient {

	private FeishuWebClient() {
	}

	/**
	 * Builds the client for calls that need a token, with the standard retries and
	 * without a limit.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate the filter that attaches the token
	 * @return a client that takes paths such as {@code /open-apis/im/v1/chats}
	 */
	public static WebClient authenticated(WebClient.Builder builder, URI baseUrl, ExchangeFilterFunction authenticate) {
		return authenticated(builder, baseUrl, authenticate, RetryPolicy.standard(), RateLimiter.unlimited());
	}

	/**
	 * Builds the client for calls that need a token, with the standard deadlines.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate the filter that attaches the token
	 * @param retries number of attempts
	 * @param limiter lets calls leave; one for all clients of the app
	 * @return a client that takes paths such as {@code /open-apis/im/v1/chats}
	 */
	public static WebClient authenticated(WebClient.Builder builder, URI baseUrl, ExchangeFilterFunction authenticate,
			RetryPolicy retries, RateLimiter limiter) {
		return authenticated(builder, baseUrl, authenticate, CallPolicy.standard().retries(retries), limiter);
	}

	/**
	 * Builds the client for calls that need a token.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate the filter that attaches the token
	 * @param policy attempts and deadlines
	 * @param limiter lets calls leave; one for all clients of the app
	 * @return a client that takes paths such as {@code /open-apis/im/v1/chats}
	 */
	public static WebClient authenticated(WebClient.Builder builder, URI baseUrl, ExchangeFilterFunction authenticate,
			CallPolicy policy, RateLimiter limiter) {
		DeadlineFilter deadlines = new DeadlineFilter(policy);
		return builder.clone()
			.baseUrl(baseUrl.toString())
			.codecs(deadlines::codecsAreUsed)
			.filter(inOrder(CallScope.filter(true), new CallLog(), new RetryFilter(policy.retries()),
					new LimitFilter(limiter), authenticate, new LimitFilter.Departures(limiter), deadlines,
					new DecodeErrorsFilter()))
			.build();
	}

	/**
	 * Builds the client for calls that obtain a token, with the standard retries.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @return a client that takes paths such as
	 * {@code /open-apis/auth/v3/tenant_access_token/internal}
	 */
	public static WebClient unauthenticated(WebClient.Builder builder, URI baseUrl) {
		return unauthenticated(builder, baseUrl, RetryPolicy.standard());
	}

	/**
	 * Builds the client for calls that obtain a token, with the standard deadlines.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param retries number of attempts
	 * @return a client that takes paths such as
	 * {@code /open-apis/auth/v3/tenant_access_token/internal}
	 */
	public static WebClient unauthenticated(WebClient.Builder builder, URI baseUrl, RetryPolicy retries) {
		return unauthenticated(builder, baseUrl, CallPolicy.standard().retries(retries));
	}

	/**
	 * Builds the client for calls that obtain a token.
	 * @param builder how to call, left as it is
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param policy attempts and deadlines
	 * @return a client that takes paths such as
	 * {@code /open-apis/auth/v3/tenant_access_token/internal}
	 */
	public static WebClient unauthenticated(WebClient.Builder builder, URI baseUrl, CallPolicy policy) {
		DeadlineFilter deadlines = new DeadlineFilter(policy);
		return builder.clone()
			.baseUrl(baseUrl.toString())
			.codecs(deadlines::codecsAreUsed)
			.filter(inOrder(CallScope.filter(false), new CallLog(), new RetryFilter(policy.retries()), deadlines,
					new DecodeErrorsFilter()))
			.build();
	}

	/**
	 * Joins filters, the outermost first. Each prepares no more than the next, unlike
	 * filters that are added one by one: a call that waits costs less memory.
	 */
	private static ExchangeFilterFunction inOrder(ExchangeFilterFunction... filters) {
		ExchangeFilterFunction joined = filters[filters.length - 1];
		for (int i = filters.length - 2; i >= 0; i--) {
			joined = filters[i].andThen(joined);
		}
		return joined;
	}

}
