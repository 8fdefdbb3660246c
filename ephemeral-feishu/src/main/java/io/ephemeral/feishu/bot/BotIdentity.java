package io.ephemeral.feishu.bot;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.event.MessageReceived;

/**
 * Identity of the app's own bot. The first call blocks until the platform responds. On a
 * thread of an event loop, use {@link ReactiveBotIdentity}.
 * <p>
 * Each method except {@link #forTenant} throws a
 * {@link io.ephemeral.feishu.error.FeishuApiException} if the platform refuses the call,
 * for example because the app has no bot, a
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection,
 * and a {@link io.ephemeral.feishu.error.DeliveryUnknownException} if the platform failed
 * or there was no valid response.
 */
public interface BotIdentity {

	/**
	 * Returns the open id of the bot.
	 * @return the open id, usually {@code ou_…}; mentions of the bot contain the same id
	 */
	String openId();

	/**
	 * Checks whether a message mentions the bot itself, not another bot or a person. A
	 * mention of all members does not count; use {@link MessageReceived#mentionsAll()}
	 * for that.
	 * @param message a message
	 * @return whether one of its mentions has the open id of the bot
	 */
	boolean isMentionedIn(MessageReceived message);

	/**
	 * Returns the identity in a tenant that has installed the store app.
	 * @param tenant the {@code header.tenant_key} of an event or a callback
	 * @return the identity of the bot in that tenant
	 */
	BotIdentity forTenant(TenantKey tenant);

	/**
	 * Creates a blocking identity from a reactive one.
	 * @param bot reactive identity to wait for
	 * @return the blocking identity
	 */
	static BotIdentity waitingFor(ReactiveBotIdentity bot) {
		return new BlockingBotIdentity(bot);
	}

}
