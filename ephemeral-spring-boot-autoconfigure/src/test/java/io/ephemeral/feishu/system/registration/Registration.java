package io.ephemeral.feishu.system.registration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.ephemeral.feishu.autoconfigure.registration.RegistrationPrompt;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Application without credentials, and a person who scans its codes at once.
 */
final class Registration implements AutoCloseable {

	static final String SECRET = "s3cr3t-of-the-app";

	final FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", SECRET).start();

	final List<URI> links = new CopyOnWriteArrayList<>();

	private Consumer<URI> person = (link) -> this.feishu.registrations().scan(link, "ada");

	private @Nullable ConfigurableApplicationContext context;

	Registration() {
		this.feishu.registrations().interval(Duration.ofMillis(20));
	}

	Registration person(Consumer<URI> person) {
		this.person = person;
		return this;
	}

	ConfigurableApplicationContext start(String... properties) {
		this.context = new SpringApplicationBuilder(RegisteredBot.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.initializers((created) -> ((GenericApplicationContext) created).registerBean(RegistrationPrompt.class,
					() -> this::show))
			.properties("feishu.registration.enabled=true", "feishu.long-connection.enabled=true",
					"feishu.base-url=" + this.feishu.baseUrl(), "feishu.registration.base-url=" + this.feishu.baseUrl(),
					"feishu.chat-guard.enabled=true")
			.properties(properties)
			.run();
		return this.context;
	}

	private void show(URI link, Duration validity) {
		assertThat(validity).isEqualTo(Duration.ofMinutes(10));
		this.links.add(link);
		this.person.accept(link);
	}

	/** A member mentions the bot, answers the card, and all members see the outcome. */
	void tellStory(Duration patience) {
		LongConnection connection = Objects.requireNonNull(this.context).getBean(LongConnection.class);
		await().until(() -> connection.status().connections() == 1);
		this.feishu.longConnections().subscribe();
		SimulatedChat chat = this.feishu.createChat("ada", "bob");
		chat.setLanguage("ada", Locale.SIMPLIFIED_CHINESE);

		chat.member("ada").mentionsBot("lunch");
		await().atMost(patience).until(() -> chat.seenBy("ada").size() == 1);
		assertThat(chat.seenBy("ada").get(0).title()).isEqualTo("午饭?");
		assertThat(chat.seenBy("bob")).isEmpty();

		chat.seenBy("ada").get(0).press("Noodles");
		await().atMost(patience).until(() -> chat.seenBy("bob").size() == 1);
		assertThat(chat.seenBy("bob").get(0).title()).isEqualTo("Noodles");
	}

	@Override
	public void close() {
		if (this.context != null) {
			this.context.close();
		}
		this.feishu.close();
	}

}
