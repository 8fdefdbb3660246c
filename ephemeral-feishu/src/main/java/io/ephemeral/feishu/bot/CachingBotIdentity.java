package io.ephemeral.feishu.bot;

import java.time.Duration;
import java.util.Optional;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Identity of the bot that is requested from the platform once for each tenant.
 */
final class CachingBotIdentity implements ReactiveBotIdentity {

	private static final FeishuCall INFO = FeishuCall.of("bot.info", HttpMethod.GET, "/open-apis/bot/v3/info");

	private static final int MOST_TENANTS = 10_000;

	/** Duration that Reactor treats as unlimited. */
	private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

	private final ConcurrentLruCache<Optional<TenantKey>, Mono<String>> answers;

	private final Optional<TenantKey> tenant;

	CachingBotIdentity(WebClient client) {
		FeishuApi api = new FeishuApi(client);
		this.answers = new ConcurrentLruCache<>(MOST_TENANTS, (tenant) -> ask(tenant.map(api::forTenant).orElse(api))
			.cache((bot) -> FOR_EVER, (error) -> Duration.ZERO, () -> Duration.ZERO));
		this.tenant = Optional.empty();
	}

	private CachingBotIdentity(ConcurrentLruCache<Optional<TenantKey>, Mono<String>> answers, TenantKey tenant) {
		this.answers = answers;
		this.tenant = Optional.of(tenant);
	}

	private static Mono<String> ask(FeishuApi api) {
		return api.call(INFO, CachingBotIdentity::openId);
	}

	/**
	 * Reads the open id. Unlike in other responses, the payload is not in {@code data}.
	 */
	private static String openId(JsonNode response) {
		return Viewer.openId(response.required("bot").required("open_id").stringValue()).value();
	}

	@Override
	public Mono<String> openId() {
		return Mono.defer(() -> this.answers.get(this.tenant));
	}

	@Override
	public ReactiveBotIdentity forTenant(TenantKey tenant) {
		return new CachingBotIdentity(this.answers, tenant);
	}

}
