package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.bot.ReactiveBotIdentity;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Configuration of the identity of the bot.
 */
@Configuration(proxyBeanMethods = false)
class FeishuBotConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ReactiveBotIdentity feishuReactiveBotIdentity(@Qualifier("feishuWebClient") WebClient client) {
		return ReactiveBotIdentity.askingPlatform(client);
	}

	@Bean
	@ConditionalOnMissingBean
	BotIdentity feishuBotIdentity(ReactiveBotIdentity bot) {
		return BotIdentity.waitingFor(bot);
	}

}
