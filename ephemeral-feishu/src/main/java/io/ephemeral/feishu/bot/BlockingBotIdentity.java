package io.ephemeral.feishu.bot;

import java.util.Objects;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.client.BlockingCalls;
import io.ephemeral.feishu.event.MessageReceived;
import reactor.core.publisher.Mono;

/**
 * Blocking identity of the bot, around a reactive one.
 */
final class BlockingBotIdentity implements BotIdentity {

	private final ReactiveBotIdentity bot;

	BlockingBotIdentity(ReactiveBotIdentity bot) {
		this.bot = bot;
	}

	@Override
	public String openId() {
		return await(this.bot.openId());
	}

	@Override
	public boolean isMentionedIn(MessageReceived message) {
		return await(this.bot.isMentionedIn(message));
	}

	@Override
	public BotIdentity forTenant(TenantKey tenant) {
		return new BlockingBotIdentity(this.bot.forTenant(tenant));
	}

	private static <T> T await(Mono<T> call) {
		return Objects
			.requireNonNull(BlockingCalls.await(call, "bot.info", BotIdentity.class, ReactiveBotIdentity.class));
	}

}
