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
 * Configuration properties of the Feishu client. Each record sets its own defaults,
 * because this is faster at the start than binding them. The metadata repeats the
 * defaults for editors.
 *
 * @param appId App id of the developer console.
 * @param appSecret App secret of the developer console.
 * @param appType Kind of app.
 * @param region Platform on which the app is registered.
 * @param baseUrl Scheme, host and port of the platform. Overrides the region.
 * @param token Tenant access token.
 * @param store Store apps.
 * @param http HTTP calls to the platform.
 * @param simulator Local Feishu in place of the platform.
 * @param card Preparation of cards.
 * @param retry Retries of calls.
 * @param rateLimit Limits of the platform.
 * @param expiry Expiry of cards.
 * @param chatGuard Check of the chat before a card is sent.
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
		this.simulator = (simulator != null) ? simulator : new Simulator(null, 0, null, null);
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
	 * @param refreshAhead Time before the end of a token at which it is refreshed in the
	 * background. At most 30 minutes.
	 */
	public record Token(Duration refreshAhead) {

		public Token(@Nullable Duration refreshAhead) {
			this.refreshAhead = (refreshAhead != null) ? refreshAhead : TenantTokenProvider.STANDARD_REFRESH_AHEAD;
			if (this.refreshAhead.isNegative() || this.refreshAhead.compareTo(Duration.ofMinutes(30)) > 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.token.refresh-ahead", refreshAhead,
						"Expected a duration from 0 to 30m, because the platform creates a new token only in the last 30 minutes of the old one");
			}
		}

	}

	/**
	 * Store apps.
	 *
	 * @param ticketWait Maximum wait for an app ticket that was requested from the
	 * platform. At most 30 seconds.
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
	 * HTTP calls to the platform. Absent values come from {@code spring.http.clients}.
	 *
	 * @param connectTimeout Time-out of the connection. Defaults to that of
	 * spring.http.clients, if set.
	 * @param readTimeout Time-out of the response. Defaults to that of
	 * spring.http.clients, if set.
	 * @param ssl TLS of the connection.
	 * @param allowInsecure Whether the base URL may be an http URL of another machine.
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
		 * @param bundle SSL bundle. Defaults to that of spring.http.clients, if set.
		 */
		public record Ssl(@Nullable String bundle) {
		}

	}

	/**
	 * Local Feishu in place of the platform.
	 *
	 * @param enabled Whether the simulator runs. Defaults to true if it is on the class
	 * path and no property names a real app.
	 * @param port Port on the loopback interface. Any free port if 0.
	 * @param appId Id of the simulated app, so that a second application can use the
	 * simulator. Random unless it is set together with the secret.
	 * @param appSecret Secret of the simulated app.
	 */
	public record Simulator(@Nullable Boolean enabled, int port, @Nullable String appId, @Nullable String appSecret) {

		@Override
		public String toString() {
			return "Simulator[enabled=" + this.enabled + ", port=" + this.port + "]";
		}

	}

	/**
	 * Preparation of cards.
	 *
	 * @param validation Treatment of a card that breaks a rule of the platform.
	 * @param defaultLocale Default language of texts that have translations. Defaults to
	 * the plain content.
	 * @param location Folder of the card files.
	 */
	public record Card(CardValidation validation, @Nullable Locale defaultLocale, String location) {

		public Card(@Nullable CardValidation validation, @Nullable Locale defaultLocale, @Nullable String location) {
			this.validation = (validation != null) ? validation : CardValidation.FAIL;
			this.defaultLocale = defaultLocale;
			this.location = (location != null) ? location : "classpath:cards/";
		}

	}

	/**
	 * Retries of calls that were throttled or never sent, or that are idempotent.
	 *
	 * @param maxAttempts Maximum number of attempts, including the first.
	 * @param maxElapsed Time after the first request within which a retry may start.
	 */
	public record Retry(Integer maxAttempts, Duration maxElapsed) {

		public Retry(@Nullable Integer maxAttempts, @Nullable Duration maxElapsed) {
			this.maxAttempts = (maxAttempts != null) ? maxAttempts : RetryPolicy.standard().maxAttempts();
			this.maxElapsed = (maxElapsed != null) ? maxElapsed : RetryPolicy.standard().maxElapsed();
		}

	}

	/**
	 * Waiting for the limits of the platform.
	 *
	 * @param enabled Whether calls wait until the platform accepts them.
	 * @param maxWait Maximum wait for a permit unless the call sets its own.
	 * @param maxWaiting Maximum number of waiting calls.
	 * @param instances Number of instances of the application that share the limits.
	 * @param headroom Additional length of the windows, because some requests travel
	 * faster than others.
	 * @param quotaPause Pause of all calls after the monthly quota is used up.
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

		/**
		 * Returns the policy as the library takes it.
		 * @return the policy
		 */
		public RateLimitPolicy policy() {
			return new RateLimitPolicy(this.maxWait, this.maxWaiting, this.instances, this.headroom, this.quotaPause);
		}

	}

	/**
	 * Expiry of cards.
	 *
	 * @param deleteOnShutdown Whether cards that have not expired yet are deleted when
	 * the application stops. Has no effect on the application's own store, which outlives
	 * it.
	 */
	public record Expiry(boolean deleteOnShutdown) {
	}

	/**
	 * Check of the chat before a card is sent.
	 *
	 * @param enabled Whether the kind of chat is requested from the platform. Needs the
	 * scope im:chat:readonly.
	 * @param cacheFor Time for which the kind of a chat is cached. At most 5 minutes.
	 */
	public record ChatGuard(boolean enabled, Duration cacheFor) {

		public ChatGuard(boolean enabled, @Nullable Duration cacheFor) {
			this.enabled = enabled;
			this.cacheFor = (cacheFor != null) ? cacheFor : Duration.ofMinutes(5);
			if (this.cacheFor.isNegative() || this.cacheFor.compareTo(Duration.ofMinutes(5)) > 0) {
				throw new InvalidConfigurationPropertyValueException("feishu.chat-guard.cache-for", cacheFor,
						"Expected a duration from 0 to 5m, because members may turn a group into a topic group at any time");
			}
		}

	}

}
