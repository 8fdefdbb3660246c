package io.ephemeral.feishu.autoconfigure.registration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.event.BotMenuPressed;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.registration.AppNeeds;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Needs that follow from the beans of an application. No bean is created.
 */
final class BeanNeeds {

	private static final String SEND = "im:message:send_as_bot";

	private static final String MENTIONS = "im:message.group_at_msg:readonly";

	private static final String USER_AGENT = "im:user_agent:read";

	private static final String CHATS = "im:chat:readonly";

	private static final String MESSAGE = "im.message.receive_v1";

	private static final String MENU = "application.bot.menu_v6";

	private static final String CLICK = "card.action.trigger";

	private final ConfigurableListableBeanFactory beans;

	private final boolean guardsChats;

	BeanNeeds(ConfigurableListableBeanFactory beans, boolean guardsChats) {
		this.beans = beans;
		this.guardsChats = guardsChats;
	}

	AppNeeds find() {
		ListenedEvents listened = ListenedEvents.of(this.beans);
		Set<String> scopes = new TreeSet<>(Set.of(SEND));
		Set<String> events = new TreeSet<>();
		if (listened.include(MessageReceived.class)) {
			events.add(MESSAGE);
			scopes.add(MENTIONS);
			if (usesLocale()) {
				scopes.add(USER_AGENT);
			}
		}
		if (listened.include(BotMenuPressed.class)) {
			events.add(MENU);
		}
		if (this.guardsChats) {
			scopes.add(CHATS);
		}
		return new AppNeeds(scopes, events, hasHandlers() ? Set.of(CLICK) : Set.of());
	}

	private boolean hasHandlers() {
		return this.beans.getBeanNamesForType(CardActionHandler.class, true, false).length > 0
				|| CardActionMethods.anyIn(this.beans)
				|| this.beans.getBeanNamesForAnnotation(CardFlow.class).length > 0;
	}

	private boolean usesLocale() {
		LocaleUse use = new LocaleUse(new PathMatchingResourcePatternResolver(this.beans.getBeanClassLoader()));
		List<String> packages = AutoConfigurationPackages.has(this.beans) ? AutoConfigurationPackages.get(this.beans)
				: List.of();
		return packages.stream().anyMatch(use::isIn);
	}

}
