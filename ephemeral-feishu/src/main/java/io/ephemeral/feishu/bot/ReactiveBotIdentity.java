package io.ephemeral.feishu.bot;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.event.MessageReceived;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reactive variant of {@link BotIdentity}. The methods have the same contracts.
 * Exceptions become errors of the publisher.
 */
public interface ReactiveBotIdentity {

	/**
	 * Returns the open id of the bot.
	 * @return the open id
	 * @see BotIdentity#openId()
	 */
	Mono<String> openId();

	/**
	 * Checks whether a message mentions the bot itself. If the message has no mention
	 * with an open id, no call is made.
	 * @param message a message
	 * @return whether one of its mentions has the open id of the bot
	 * @see BotIdentity#isMentionedIn
	 */
	default Mono<Boolean> isMentionedIn(MessageReceived message) {
		boolean mentionsSomebody = message.mentions().stream().anyMatch((mention) -> mention.openId() != null);
		return mentionsSomebody
				? openId().map((bot) -> message.mentions().stream().anyMatch((mention) -> bot.equals(mention.openId())))
				: Mono.just(false);
	}

	/**
	 * Returns the identity in a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the identity of the bot in that tenant
	 */
	ReactiveBotIdentity forTenant(TenantKey tenant);

	/**
	 * Creates an identity that calls the platform once for each tenant and caches the
	 * response until the process ends. Concurrent callers wait for the same response.
	 * Errors are not cached.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client; no scope is needed
	 * @return the identity, which caches the responses for up to 10,000 tenants
	 * @see <a href=
	 * "https://open.feishu.cn/document/client-docs/bot-v3/obtain-bot-info">Obtain bot
	 * info</a>
	 */
	static ReactiveBotIdentity askingPlatform(WebClient client) {
		return new CachingBotIdentity(client);
	}

}
