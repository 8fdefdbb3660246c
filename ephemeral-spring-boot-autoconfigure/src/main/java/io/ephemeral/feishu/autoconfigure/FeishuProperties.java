package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.client.CallPolicy;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties of the Feishu client. Each record fills in its own defaults,
 * which is cheaper at the start than binding them; the metadata repeats them for the
 * editor.
 *
 * @param appId App id of the developer console.
 * @param appSecret App secret of the developer console.
 * @param appType Kind of app.
 * @param region Platform on which the app is registered.
 * @param baseUrl Scheme, host and port of the platform. Overrides the region.
 * @param token Tenant access token.
 * @param store Store apps.
 * @param http Calls of the platform.
 * @param simulator Local Feishu that takes the platform's place.
 * @param card Cards before they are sent.
 * @param retry Calls that are repeated.
 * @param rateLimit Limits of the platform.
 * @param expiry Cards that are deleted by themselves.
 * @param chatGuard Chats that are checked before a card is sent there.
 */
@ConfigurationProperties("feishu")
public record FeishuProperties(@Nullable String appId, @Nullable String appSecret, AppType appType, FeishuRegion region,
		@Nullable URI baseUrl, Token token, Store store, Http http, Simulator simulator, Card card, Retry retry,
		RateLimit rateLimit, Expiry expiry, ChatGuard chatGuard) {

	public FeishuProperties(@Nullable String appId, @Nullable String appSecret, @Nullable AppType appType,
			@Nullable FeishuRegion region, @Nullable URI baseUrl, @Nullable Token token, @Nullable Store store,
			@Nullable Http http, @Nullable Simulator simulator, @Nullable Card card, @Nullable Retry retry,
			@Nullable RateLimit rateLimit, @Nullable Expiry expiry, @Nullable ChatGuard chatGuard) {
		this.appId = appId;
		this.appSecret = appSecret;
		this.appType = (appType != null) ? appType : AppType.CUSTOM;
		this.region = (region != null) ? region : FeishuRegion.FEISHU;
		this.baseUrl = baseUrl;
		this.token = (token != null) ? token : new Token(null);
		this.store = (store != null) ? store : new Store(null);
		this.http = (http != null) ? http : new Http(null, null, null, false, null, null);
		this.simulator = (simulator != null) ? simulator : new Simulator(null, 0);
		this.card = (card != null) ? card : new Card(null, null, null);
		this.retry = (retry != null) ? retry : new Retry(null, null);
		this.rateLimit = (rateLimit != null) ? rateLimit : new RateLimit(null, null, null, null, null, null);
		this.expiry = (expiry != null) ? expiry : new Expiry(false);
		this.chatGuard = (chatGuard != null) ? chatGuard : new ChatGuard(false, null);
	}

	@Override
	public String toString() {
		return "FeishuProperties[appId=" + this.appId + ", region=" + this.region + ", baseUrl=" + this.baseUrl + "]";
	}

	/**
	 * Tenant access token.
	 *
	 * @param refreshAhead How long before its end a token is refreshed in the background.
	 * At most 30 minutes.
	 */
	public record Token(Duration refreshAhead) {

		public Token(@Nullable Duration refreshAhead) {
			this.refreshAhead = (refreshAhead != null) ? refreshAhead : TenantTokenProvider.STANDARD_REFRESH_AHEAD;
			if (this.refreshAhead.isNegative() || this.refreshAhead.compareTo(Duration.ofMinutes(30)) > 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.token.refresh-ahead", refreshAhead,
						"Expected a duration from 0 to 30m, because the platform hands out the same token before");
			}
		}

	}

	/**
	 * Store apps.
	 *
	 * @param ticketWait How long a call waits for an app ticket that the platform was
	 * asked to push. At most 30 seconds.
	 */
	public record Store(Duration ticketWait) {

		public Store(@Nullable Duration ticketWait) {
			this.ticketWait = (ticketWait != null) ? ticketWait : Duration.ofSeconds(10);
			if (this.ticketWait.compareTo(Duration.ZERO) <= 0
					|| this.ticketWait.compareTo(Duration.ofSeconds(30)) > 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.store.ticket-wait", ticketWait,
						"Expected a positive duration of at most 30s, such as 10s");
			}
		}

	}

	/**
	 * Calls of the platform. What is absent here comes from {@code spring.http.clients}.
	 *
	 * @param connectTimeout Time-out of the connection. Defaults to that of
	 * spring.http.clients, if set.
	 * @param readTimeout Time-out of the response. Defaults to that of
	 * spring.http.clients, if set.
	 * @param ssl TLS of the connection.
	 * @param allowInsecure Whether the base URL may be an http one of another machine.
	 * @param acquireTimeout Maximum time until a request leaves, including the wait for a
	 * place in the connection pool and the TLS handshake.
	 * @param responseTimeout Maximum time from the departure of a request to the end of
	 * its response.
	 */
	public record Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout, Ssl ssl,
			boolean allowInsecure, Duration acquireTimeout, Duration responseTimeout) {

		public Http(@Nullable Duration connectTimeout, @Nullable Duration readTimeout, @Nullable Ssl ssl,
				boolean allowInsecure, @Nullable Duration acquireTimeout, @Nullable Duration responseTimeout) {
			this.connectTimeout = connectTimeout;
			this.readTimeout = readTimeout;
			this.ssl = (ssl != null) ? ssl : new Ssl(null);
			this.allowInsecure = allowInsecure;
			CallPolicy standard = CallPolicy.standard();
			this.acquireTimeout = (acquireTimeout != null) ? acquireTimeout : standard.acquireTimeout();
			this.responseTimeout = (responseTimeout != null) ? responseTimeout : standard.responseTimeout();
			requirePositive("feishu.http.acquire-timeout", this.acquireTimeout);
			requirePositive("feishu.http.response-timeout", this.responseTimeout);
		}

		private static void requirePositive(String property, Duration value) {
			if (value.compareTo(Duration.ZERO) <= 0) {
				throw new InvalidConfigurationPropertyValueException(property, value,
						"Expected a positive duration, such as 10s");
			}
		}

		/**
		 * TLS of the connection.
		 *
		 * @param bundle SSL bundle to use. Defaults to that of spring.http.clients, if
		 * set.
		 */
		public record Ssl(@Nullable String bundle) {
		}

	}

	/**
	 * Local Feishu that takes the platform's place.
	 *
	 * @param enabled Whether the simulator runs. Defaults to true if it is on the class
	 * path and no property names a real app.
	 * @param port Port on the loopback interface. Any free one if 0.
	 */
	public record Simulator(@Nullable Boolean enabled, int port) {
	}

	/**
	 * Cards before they are sent.
	 *
	 * @param validation What happens to a card that breaks a rule of the platform.
	 * @param defaultLocale Language of texts that have several where a send asks for
	 * none, or for one that is not there. Defaults to the plain contents.
	 * @param location Folder of the cards that are files.
	 */
	public record Card(CardValidation validation, @Nullable Locale defaultLocale, String location) {

		public Card(@Nullable CardValidation validation, @Nullable Locale defaultLocale, @Nullable String location) {
			this.validation = (validation != null) ? validation : CardValidation.FAIL;
			this.defaultLocale = defaultLocale;
			this.location = (location != null) ? location : "classpath:cards/";
		}

	}

	/**
	 * Calls that are repeated: those that were throttled or never sent, and those that do
	 * no harm twice.
	 *
	 * @param maxAttempts Most requests of one call, the first included.
	 * @param maxElapsed How long after the first request has left the next may leave.
	 */
	public record Retry(Integer maxAttempts, Duration maxElapsed) {

		public Retry(@Nullable Integer maxAttempts, @Nullable Duration maxElapsed) {
			this.maxAttempts = (maxAttempts != null) ? maxAttempts : RetryPolicy.standard().maxAttempts();
			this.maxElapsed = (maxElapsed != null) ? maxElapsed : RetryPolicy.standard().maxElapsed();
		}

	}

	/**
	 * Limits of the platform, which calls wait for.
	 *
	 * @param enabled Whether calls wait until the platform will take them.
	 * @param maxWait How long a call may wait that does not say so itself.
	 * @param maxWaiting Most calls that wait at a time.
	 * @param instances How many instances of the application share the limits.
	 * @param headroom By how much windows are longer than those of the platform, for
	 * requests that do not travel equally fast.
	 * @param quotaPause How long no call leaves once the monthly quota is used up.
	 */
	public record RateLimit(Boolean enabled, Duration maxWait, Integer maxWaiting, Integer instances, Duration headroom,
			Duration quotaPause) {

		public RateLimit(@Nullable Boolean enabled, @Nullable Duration maxWait, @Nullable Integer maxWaiting,
				@Nullable Integer instances, @Nullable Duration headroom, @Nullable Duration quotaPause) {
			RateLimitPolicy standard = RateLimitPolicy.standard();
			this.enabled = (enabled != null) ? enabled : true;
			this.maxWait = (maxWait != null) ? maxWait : standard.maxWait();
			this.maxWaiting = (maxWaiting != null) ? maxWaiting : standard.maxWaiting();
			this.instances = (instances != null) ? instances : standard.instances();
			this.headroom = (headroom != null) ? headroom : standard.headroom();
			this.quotaPause = (quotaPause != null) ? quotaPause : standard.quotaPause();
			if (this.instances < 1) {
				throw new InvalidConfigurationPropertyValueException("feishu.rate-limit.instances", instances,
						"Expected 1 or more, because each instance takes a part of the limits");
			}
			if (this.maxWaiting < 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.rate-limit.max-waiting", maxWaiting,
						"Expected 0 or more");
			}
			requireNotNegative("feishu.rate-limit.max-wait", this.maxWait);
			requireNotNegative("feishu.rate-limit.headroom", this.headroom);
			requireNotNegative("feishu.rate-limit.quota-pause", this.quotaPause);
		}

		private static void requireNotNegative(String property, Duration value) {
			if (value.isNegative()) {
				throw new InvalidConfigurationPropertyValueException(property, value, "Expected 0 or more");
			}
		}

		RateLimitPolicy policy() {
			return new RateLimitPolicy(this.maxWait, this.maxWaiting, this.instances, this.headroom, this.quotaPause);
		}

	}

	/**
	 * Cards that are deleted by themselves.
	 *
	 * @param deleteOnShutdown Whether cards that have yet to expire are deleted when the
	 * application stops. Without effect on a store of the application's own, which
	 * outlives it.
	 */
	public record Expiry(boolean deleteOnShutdown) {
	}

	/**
	 * Chats that are checked before a card is sent there.
	 *
	 * @param enabled Whether the platform is asked what kind of chat it is. Needs the
	 * scope im:chat:readonly.
	 * @param cacheFor How long the answer for a chat is kept. At most 5 minutes.
	 */
	public record ChatGuard(boolean enabled, Duration cacheFor) {

		public ChatGuard(boolean enabled, @Nullable Duration cacheFor) {
			this.enabled = enabled;
			this.cacheFor = (cacheFor != null) ? cacheFor : Duration.ofMinutes(5);
			if (this.cacheFor.isNegative() || this.cacheFor.compareTo(Duration.ofMinutes(5)) > 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.chat-guard.cache-for", cacheFor,
						"Expected a duration from 0 to 5m, because members may turn a group into topics at any time");
			}
		}

	}

}
