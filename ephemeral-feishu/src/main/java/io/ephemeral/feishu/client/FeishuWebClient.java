package io.ephemeral.feishu.client;

import java.net.URI;

import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.RateLimiter;

import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Factory of the {@link WebClient}s that call the platform. This class defines the order
 * of the filters, from the outermost to the innermost:
 * <ol>
 * <li>scope: creates the state of the call, which all inner filters use
 * <li>log: writes one line for the whole call, with all attempts
 * <li>retry: repeats the inner filters, so that each attempt has its own permit, token
 * and response. After the last attempt, failures of the HTTP client and of the platform
 * become an unknown outcome
 * <li>limit: waits for the permit before the call has a token, because a token could
 * expire during the wait
 * <li>authenticate: attaches the token; the inner filters report a refused token as an
 * error
 * <li>departures: counts each request that leaves, including the repetition with another
 * token; the inner filters report a refusal as an error
 * <li>deadlines: limits the time until the request departs and the time until its
 * response ends; this includes the body, which the innermost filter reads
 * <li>decode errors: converts each response without {@code code = 0} into a
 * {@link FeishuApiException}
 * </ol>
 * The filters share two objects only: a request attribute with the call and its result,
 * and a context entry with the state of the call.
 */
public final class FeishuWebClient {

	private FeishuWebClient() {
	}

	/**
	 * Builds the client for calls that need a token, with the standard retries and
	 * without a limit.
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate filter that attaches the token
	 * @return a client for paths such as {@code /open-apis/im/v1/chats}
	 */
	public static WebClient authenticated(WebClient.Builder builder, URI baseUrl, ExchangeFilterFunction authenticate) {
		return authenticated(builder, baseUrl, authenticate, RetryPolicy.standard(), RateLimiter.unlimited());
	}

	/**
	 * Builds the client for calls that need a token, with the standard deadlines.
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate filter that attaches the token
	 * @param retries number and period of the attempts
	 * @param limiter limiter of the calls; shared by all clients of the app
	 * @return a client for paths such as {@code /open-apis/im/v1/chats}
	 */
	public static WebClient authenticated(WebClient.Builder builder, URI baseUrl, ExchangeFilterFunction authenticate,
			RetryPolicy retries, RateLimiter limiter) {
		return authenticated(builder, baseUrl, authenticate, CallPolicy.standard().retries(retries), limiter);
	}

	/**
	 * Builds the client for calls that need a token.
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param authenticate filter that attaches the token
	 * @param policy attempts and deadlines
	 * @param limiter limiter of the calls; shared by all clients of the app
	 * @return a client for paths such as {@code /open-apis/im/v1/chats}
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
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @return a client for paths such as
	 * {@code /open-apis/auth/v3/tenant_access_token/internal}
	 */
	public static WebClient unauthenticated(WebClient.Builder builder, URI baseUrl) {
		return unauthenticated(builder, baseUrl, RetryPolicy.standard());
	}

	/**
	 * Builds the client for calls that obtain a token, with the standard deadlines.
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param retries number and period of the attempts
	 * @return a client for paths such as
	 * {@code /open-apis/auth/v3/tenant_access_token/internal}
	 */
	public static WebClient unauthenticated(WebClient.Builder builder, URI baseUrl, RetryPolicy retries) {
		return unauthenticated(builder, baseUrl, CallPolicy.standard().retries(retries));
	}

	/**
	 * Builds the client for calls that obtain a token.
	 * @param builder builder with the settings of the application; not modified
	 * @param baseUrl scheme, host and port of the platform, such as
	 * {@code https://open.feishu.cn}
	 * @param policy attempts and deadlines
	 * @return a client for paths such as
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
	 * Combines filters, the outermost first. A waiting call needs less memory than with
	 * filters that are added one by one.
	 */
	private static ExchangeFilterFunction inOrder(ExchangeFilterFunction... filters) {
		ExchangeFilterFunction joined = filters[filters.length - 1];
		for (int i = filters.length - 2; i >= 0; i--) {
			joined = filters[i].andThen(joined);
		}
		return joined;
	}

}
