package io.ephemeral.feishu.autoconfigure.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackDetailsAutoConfiguration;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.event.BotMenuPressed;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.OtherEvent;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.registration.AppNeeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class BeanNeedsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class,
				FeishuCallbackDetailsAutoConfiguration.class, FeishuCallbackAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=s", "feishu.long-connection.enabled=true");

	private AppNeeds needs(ApplicationContextRunner application) {
		AppNeeds[] needs = new AppNeeds[1];
		application
			.run((context) -> needs[0] = new BeanNeeds(context.getSourceApplicationContext().getBeanFactory(), false)
				.find());
		return needs[0];
	}

	@Test
	void needsWhenThereAreNoBeansThenAreCardsOnly() {
		assertThat(needs(this.runner)).isEqualTo(new AppNeeds(Set.of("im:message:send_as_bot"), Set.of(), Set.of()));
	}

	@ParameterizedTest
	@ValueSource(classes = { OfParameter.class, OfAnnotation.class, OfPayload.class, OfGroupMessage.class,
			OfBeanMethod.class, OfClass.class })
	void needsWhenBeanListensToMessagesThenHaveTheirEventAndScope(Class<?> bot) {
		assertThat(needs(this.runner.withUserConfiguration(bot)))
			.isEqualTo(new AppNeeds(Set.of("im:message:send_as_bot", "im:message.group_at_msg:readonly"),
					Set.of("im.message.receive_v1"), Set.of()));
	}

	@ParameterizedTest
	@ValueSource(classes = { OfAll.class, OfLibraryListener.class })
	void needsWhenBeanListensToAllEventsThenHaveThoseOfTheLibrary(Class<?> bot) {
		assertThat(needs(this.runner.withUserConfiguration(bot)).events()).containsExactly("application.bot.menu_v6",
				"im.message.receive_v1");
	}

	@ParameterizedTest
	@ValueSource(classes = { OfAnything.class, OfOthers.class })
	void needsWhenBeanListensToOtherThingsThenHaveNoEvents(Class<?> bot) {
		assertThat(needs(this.runner.withUserConfiguration(bot)).events()).isEmpty();
	}

	@Test
	void needsWhenBeanListensToTheMenuThenHaveItsEvent() {
		assertThat(needs(this.runner.withUserConfiguration(OfMenu.class)))
			.isEqualTo(new AppNeeds(Set.of("im:message:send_as_bot"), Set.of("application.bot.menu_v6"), Set.of()));
	}

	@ParameterizedTest
	@ValueSource(classes = { Method.class, Handler.class, Flow.class })
	void needsWhenThereAreHandlersThenHaveTheCallback(Class<?> bot) {
		assertThat(needs(this.runner.withUserConfiguration(bot)).callbacks()).containsExactly("card.action.trigger");
	}

	@Test
	void needsWhenChatsAreGuardedThenHaveTheScope() {
		this.runner.run((context) -> assertThat(
				new BeanNeeds(context.getSourceApplicationContext().getBeanFactory(), true).find().scopes())
			.contains("im:chat:readonly"));
	}

	@Test
	void needsWhenFoundThenNoBeanIsCreated() {
		this.runner.withUserConfiguration(Never.class)
			.run((context) -> assertThat(
					new BeanNeeds(context.getSourceApplicationContext().getBeanFactory(), false).find())
				.isEqualTo(new AppNeeds(Set.of("im:message:send_as_bot", "im:message.group_at_msg:readonly"),
						Set.of("im.message.receive_v1"), Set.of("card.action.trigger"))));
	}

	@Test
	void scopeOfLocaleWhenPackageOfApplicationUsesItThenIsNeeded() {
		assertThat(needs(this.runner.withUserConfiguration(OfParameter.class)
			.withInitializer((context) -> AutoConfigurationPackages.register((BeanDefinitionRegistry) context,
					getClass().getPackageName())))
			.scopes()).contains("im:user_agent:read");
	}

	@Test
	void localeUseWhenMethodIsCalledOrReferredToThenIsFound() {
		LocaleUse use = new LocaleUse(new PathMatchingResourcePatternResolver());

		assertThat(use.isIn("io.ephemeral.feishu.autoconfigure.registration")).isTrue();
		assertThat(use.isIn("io.ephemeral.feishu.autoconfigure.health")).isFalse();
		assertThat(use.isIn("no.such.package")).isFalse();
	}

	@CardFlow
	static class Flow {

	}

	@Configuration(proxyBeanMethods = false)
	static class OfParameter {

		private @Nullable Locale locale;

		@EventListener
		void onMessage(MessageReceived message) {
			this.locale = Optional.of(message).map(MessageReceived::locale).orElse(null);
		}

		@Override
		public String toString() {
			return "Bot of " + this.locale;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAnnotation {

		@EventListener(MessageReceived.class)
		void onMessage() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfPayload {

		@EventListener
		void onMessage(PayloadApplicationEvent<MessageReceived> message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfGroupMessage {

		@EventListener
		void onMessage(GroupMessage message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfBeanMethod {

		@Bean
		ApplicationListener<PayloadApplicationEvent<MessageReceived>> listener() {
			return (event) -> {
			};
		}

	}

	static class OfClass implements ApplicationListener<PayloadApplicationEvent<MessageReceived>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<MessageReceived> event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAll {

		@EventListener
		void onEvent(FeishuEvent event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfLibraryListener {

		@Bean
		FeishuEventListener listener() {
			return (event) -> {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAnything {

		@EventListener
		void onEvent(Object event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfOthers {

		@EventListener
		void onEvent(OtherEvent event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfMenu {

		@EventListener
		void onMenu(BotMenuPressed menu) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Method {

		@CardAction("save")
		void save() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Handler {

		@Bean
		CardActionHandler handler() {
			return mock(CardActionHandler.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Never {

		@Bean
		@Lazy
		Bot bot() {
			throw new IllegalStateException("The bean was created");
		}

	}

	static class Bot {

		@EventListener
		void onMessage(MessageReceived message) {
		}

		@CardAction("save")
		void save() {
		}

	}

}
