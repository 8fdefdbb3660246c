package io.ephemeral.feishu.bot;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.event.MessageReceived;

/**
 * Identity of the app's own bot. The first call waits for the platform, so it must not be
 * made on a thread of an event loop; {@link ReactiveBotIdentity} is for those.
 * <p>
 * Every method but {@link #forTenant} throws
 * {@link io.ephemeral.feishu.error.FeishuApiException} if the platform refuses the call,
 * for example because the app has no bot,
 * {@link io.ephemeral.feishu.error.ConnectionFailedException} if there is no connection,
 * and {@link io.ephemeral.feishu.error.DeliveryUnknownException} if there is no response.
 */
public interface BotIdentity {

	/**
	 * Returns the open id of the bot.
	 * @return the open id, {@code ou_…}, as mentions of the bot contain it
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
	 * @param bot reactive identity that makes the calls
	 * @return the same identity for threads that may block
	 */
	static BotIdentity waitingFor(ReactiveBotIdentity bot) {
		return new BlockingBotIdentity(bot);
	}

}
