package io.ephemeral.sample.checklist;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.group.GroupCardOperations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Configuration of the checklist, if the option {@code --checklist} is given.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("checklist")
@EnableConfigurationProperties(ChecklistProperties.class)
class ChecklistConfiguration {

	@Bean
	@Fallback
	Person checklistPerson() {
		Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
		return new ConsolePerson(System.in, charset, System.out);
	}

	@Bean
	@Fallback
	Surroundings checklistSurroundings(FeishuConnectionDetails platform, ObjectProvider<LongConnection> connection) {
		String callbacks = (connection.getIfAvailable() != null) ? "over a long connection" : "over HTTP";
		return new Surroundings(platform.isSimulated(), LocalDate.now(ZoneId.systemDefault()), platform.getBaseUrl(),
				versions(), callbacks);
	}

	private static String versions() {
		String library = EphemeralCardOperations.class.getPackage().getImplementationVersion();
		return "Ephemeral " + Objects.requireNonNullElse(library, "of an unknown version") + ", Spring Boot "
				+ SpringBootVersion.getVersion() + ", Java " + Runtime.version().feature();
	}

	@Bean
	Inbox checklistInbox() {
		return new Inbox();
	}

	@Bean
	Clicks checklistClicks() {
		return new Clicks();
	}

	@Bean
	Mask checklistMask(ObjectProvider<FeishuCallbackDetails> callbacks) {
		Mask mask = new Mask();
		callbacks.ifAvailable((details) -> {
			mask.hide(details.getKeys().encryptKey());
			mask.hide(details.getKeys().verificationToken());
		});
		return mask;
	}

	@Bean
	Session checklistSession(Person person, EphemeralCardOperations cards, ChecklistProperties properties) {
		return new Session(person, cards, properties.patience());
	}

	@Bean
	Platform checklistPlatform(@Qualifier("feishuWebClient") WebClient client) {
		return new Platform(client);
	}

	@Bean
	AppSteps checklistAppSteps(Surroundings surroundings, CredentialsSupplier credentials, TenantTokenProvider tokens,
			BotIdentity bot, Platform platform, Mask mask) {
		return new AppSteps(surroundings, credentials, tokens, bot, platform, mask);
	}

	@Bean
	GroupSteps checklistGroupSteps(Session session, BotIdentity bot, Platform platform, Inbox inbox,
			ObjectProvider<LongConnection> connection) {
		return new GroupSteps(session, bot, platform, inbox, connection.getIfAvailable());
	}

	@Bean
	CardSteps checklistCardSteps(Session session, EphemeralCardOperations cards, GroupCardOperations groupCards,
			Platform platform) {
		return new CardSteps(session, cards, groupCards, platform);
	}

	@Bean
	ClickSteps checklistClickSteps(Session session, EphemeralCardOperations cards, GroupCardOperations groupCards,
			Platform platform, Clicks clicks) {
		return new ClickSteps(session, cards, groupCards, platform, clicks);
	}

	@Bean
	Checklist checklist(Session session, Surroundings surroundings, Mask mask, AppSteps app, GroupSteps group,
			CardSteps cards, ClickSteps clicks, ChecklistProperties properties) {
		List<ChecklistStep> steps = new ArrayList<>(app.steps());
		steps.addAll(group.steps());
		steps.addAll(cards.basicSteps());
		steps.addAll(clicks.steps());
		steps.addAll(cards.furtherSteps());
		return new Checklist(session, surroundings, mask, steps, properties);
	}

}
