package io.ephemeral.feishu.autoconfigure;

import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.group.GroupCardOperations;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import io.ephemeral.feishu.group.ReactiveGroupCardTemplate;
import io.ephemeral.feishu.message.ReactiveTextMessageOperations;
import io.ephemeral.feishu.message.ReactiveTextMessageTemplate;
import io.ephemeral.feishu.message.TextMessageOperations;
import io.ephemeral.feishu.message.TextMessageTemplate;
import io.ephemeral.feishu.publish.PublicationNotice;
import io.ephemeral.feishu.publish.Publications;
import io.ephemeral.feishu.publish.ReactivePublications;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Configuration of public cards and texts.
 */
@Configuration(proxyBeanMethods = false)
class FeishuGroupConfiguration {

	@Bean
	@ConditionalOnMissingBean(ReactiveGroupCardOperations.class)
	ReactiveGroupCardTemplate reactiveGroupCardTemplate(@Qualifier("feishuWebClient") WebClient client,
			CardPreparation preparation) {
		return new ReactiveGroupCardTemplate(client, preparation);
	}

	@Bean
	@ConditionalOnMissingBean(GroupCardOperations.class)
	GroupCardTemplate groupCardTemplate(ReactiveGroupCardOperations cards) {
		return new GroupCardTemplate(cards);
	}

	@Bean
	@ConditionalOnMissingBean(ReactiveTextMessageOperations.class)
	ReactiveTextMessageTemplate reactiveTextMessageTemplate(@Qualifier("feishuWebClient") WebClient client) {
		return new ReactiveTextMessageTemplate(client);
	}

	@Bean
	@ConditionalOnMissingBean(TextMessageOperations.class)
	TextMessageTemplate textMessageTemplate(ReactiveTextMessageOperations texts) {
		return new TextMessageTemplate(texts);
	}

	@Bean
	@ConditionalOnMissingBean
	PublicationNotice feishuPublicationNotice() {
		return PublicationNotice.standard();
	}

	@Bean
	@ConditionalOnMissingBean
	ReactivePublications feishuReactivePublications(ReactiveGroupCardOperations group,
			ReactiveEphemeralCardOperations cards, PublicationNotice notice) {
		return new ReactivePublications(group, cards, notice);
	}

	@Bean
	@ConditionalOnMissingBean
	Publications feishuPublications(ReactivePublications publications) {
		return new Publications(publications);
	}

}
