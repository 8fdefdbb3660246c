package io.ephemeral.feishu.bot;

import java.util.Objects;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.callback.MessageReceived;

/**
 * Identity of the bot that waits for a reactive one.
 */
final class BlockingBotIdentity implements BotIdentity {

	private final ReactiveBotIdentity bot;

	BlockingBotIdentity(ReactiveBotIdentity bot) {
		this.bot = bot;
	}

	@Override
	public String openId() {
		return Objects.requireNonNull(this.bot.openId().block());
	}

	@Override
	public boolean isMentionedIn(MessageReceived message) {
		return Objects.requireNonNull(this.bot.isMentionedIn(message).block());
	}

	@Override
	public BotIdentity forTenant(TenantKey tenant) {
		return new BlockingBotIdentity(this.bot.forTenant(tenant));
	}

}
