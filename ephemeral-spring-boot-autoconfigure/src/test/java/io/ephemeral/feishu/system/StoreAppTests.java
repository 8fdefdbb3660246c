package io.ephemeral.feishu.system;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketMissingException;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedTenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A store app from the push of its ticket to the cards of two tenants, over real
 * connections.
 */
@ExtendWith(LongDeadlines.class)
class StoreAppTests {

	private static final String AUTH = "/open-apis/auth/v3/";

	private final FeishuSimulator feishu = FeishuSimulator.builder().storeApp().start();

	private final SimulatedTenant acme = this.feishu.install("acme");

	private final SimulatedTenant initech = this.feishu.install("initech");

	private final SimulatedChat acmeChat = this.acme.createChat("ada");

	private final SimulatedChat initechChat = this.initech.createChat("ada");

	private ConfigurableApplicationContext application;

	@AfterEach
	void stop() {
		this.application.close();
		this.feishu.close();
	}

	@Test
	void cardWhenTicketWasPushedThenEachTenantSeesItsOwn() {
		start();
		this.feishu.sendEventsTo(callback());

		send(this.acme, this.acmeChat, "Acme?");
		send(this.initech, this.initechChat, "Initech?");

		assertThat(this.acmeChat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Acme?");
		assertThat(this.initechChat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Initech?");
		assertThat(requestsTo("app_access_token")).isOne();
		assertThat(requestsTo("tenant_access_token")).isEqualTo(2);
	}

	@Test
	void cardWhenTokensOfOneTenantAreRevokedThenTheOtherKeepsItsOwn() {
		start();
		this.feishu.sendEventsTo(callback());
		send(this.acme, this.acmeChat, "1");
		send(this.initech, this.initechChat, "1");

		this.acme.revokeTokens();
		send(this.acme, this.acmeChat, "2");
		send(this.initech, this.initechChat, "2");

		assertThat(this.acmeChat.seenBy("ada")).hasSize(2);
		assertThat(this.initechChat.seenBy("ada")).hasSize(2);
		assertThat(requestsTo("tenant_access_token")).isEqualTo(3);
	}

	@Test
	void cardWhenTicketIsStaleThenGoesOnWithTheNextOne() {
		start();
		this.feishu.sendEventsTo(callback());
		send(this.acme, this.acmeChat, "1");

		this.feishu.pushAppTicket();
		this.feishu.revokeTokens();
		send(this.acme, this.acmeChat, "2");

		assertThat(this.acmeChat.seenBy("ada")).hasSize(2);
	}

	@Test
	void cardWhenTicketWasLostThenIsAskedForAndWaitedFor() {
		start(ForgetfulApplication.class);
		this.feishu.sendEventsTo(callback());

		send(this.acme, this.acmeChat, "Lunch?");

		assertThat(this.acmeChat.seenBy("ada")).hasSize(1);
		assertThat(requestsTo("app_ticket/resend")).isOne();
		await().untilAsserted(() -> assertThat(this.feishu.pushedEvents()).extracting(PushedEvent::type)
			.containsExactly("app_ticket", "app_ticket"));
	}

	@Test
	void cardWhenNoTicketIsPushedThenSaysWhatIsMissing() {
		start();

		assertThatExceptionOfType(AppTicketMissingException.class)
			.isThrownBy(() -> LongDeadlines.withLateReplies(() -> {
				send(this.acme, this.acmeChat, "Lunch?");
				return null;
			}))
			.withMessageContaining("within 2000 ms");
		assertThat(requestsTo("app_ticket/resend")).isOne();
		assertThat(this.acmeChat.seenBy("ada")).isEmpty();
	}

	private void start(Class<?>... configuration) {
		this.application = new SpringApplicationBuilder(TestApplication.class, OwnThreads.class).sources(configuration)
			.web(WebApplicationType.REACTIVE)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "feishu.base-url=" + this.feishu.baseUrl(),
					"feishu.app-id=" + this.feishu.appId(), "feishu.app-secret=" + this.feishu.appSecret(),
					"feishu.app-type=store", "feishu.store.ticket-wait=2s", "feishu.callback.path=/feishu/callback",
					"feishu.callback.encrypt-key=" + this.feishu.encryptKey(),
					"feishu.callback.verification-token=" + this.feishu.verificationToken())
			.run();
	}

	private URI callback() {
		return URI.create("http://127.0.0.1:" + this.application.getEnvironment().getProperty("local.server.port")
				+ "/feishu/callback");
	}

	private void send(SimulatedTenant tenant, SimulatedChat chat, String title) {
		this.application.getBean(EphemeralCardOperations.class)
			.forTenant(new TenantKey(tenant.key()))
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), Card.builder().title(title).build());
	}

	private int requestsTo(String path) {
		return this.feishu.requestsTo(AUTH + path).size();
	}

	/**
	 * Separate threads, so that the end of the application does not end the threads of
	 * the simulator.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnThreads {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ofMillis(50));
			return resources;
		}

	}

	/**
	 * Loses the first ticket that it is given.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ForgetfulApplication {

		@Bean
		AppTicketStore forgetfulStore() {
			AppTicketStore store = AppTicketStore.inMemory();
			AtomicBoolean lost = new AtomicBoolean();
			return new AppTicketStore() {

				@Override
				public Mono<Void> save(String appId, AppTicket ticket) {
					return lost.compareAndSet(false, true) ? Mono.empty() : store.save(appId, ticket);
				}

				@Override
				public Mono<AppTicket> find(String appId) {
					return store.find(appId);
				}

			};
		}

	}

}
