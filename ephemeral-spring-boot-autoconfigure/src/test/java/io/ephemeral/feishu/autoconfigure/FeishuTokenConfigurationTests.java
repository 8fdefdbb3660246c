package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketMissingException;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.TenantMismatchException;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenKey;
import io.ephemeral.feishu.auth.TokenStore;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FeishuTokenConfigurationTests {

	private static final String AUTH = "/open-apis/auth/v3/";

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	@RegisterExtension
	static final WireMockExtension platform = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FeishuAutoConfiguration.class, FeishuSimulatorAutoConfiguration.class));

	private final ApplicationContextRunner customApp = this.runner.withPropertyValues("feishu.app-id=cli_1",
			"feishu.app-secret=secret-1");

	private final ApplicationContextRunner storeApp = this.customApp.withPropertyValues("feishu.app-type=store",
			"feishu.store.ticket-wait=200ms");

	@BeforeEach
	void respond() {
		platform.stubFor(post(AUTH + "tenant_access_token/internal")
			.withRequestBody(equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"secret-2\"}"))
			.willReturn(okJson("{\"code\":0,\"tenant_access_token\":\"t-0\",\"expire\":7200}")));
		platform.stubFor(post(AUTH + "app_ticket/resend").willReturn(okJson("{\"code\":0}")));
		platform.stubFor(post(AUTH + "app_access_token")
			.willReturn(okJson("{\"code\":0,\"app_access_token\":\"a-1\",\"expire\":7200}")));
		platform.stubFor(post(AUTH + "tenant_access_token")
			.withRequestBody(equalToJson("{\"app_access_token\":\"a-1\",\"tenant_key\":\"tenant-1\"}"))
			.willReturn(okJson("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}")));
		platform.stubFor(post(SEND).willReturn(okJson("{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}")));
	}

	@Test
	void sendWhenStoreAppHasATicketThenActsForTheTenant() {
		connected(this.storeApp).run((context) -> {
			context.getBean(AppTicketStore.class).save("cli_1", new AppTicket("ticket-1", Instant.now())).block();
			send(context.getBean(EphemeralCardTemplate.class).forTenant(new TenantKey("tenant-1")));

			platform.verify(postRequestedFor(urlEqualTo(SEND)).withHeader("Authorization", equalTo("Bearer t-1")));
		});
	}

	@Test
	void sendWhenStoreAppHasNoTicketThenSaysSo() {
		connected(this.storeApp).run((context) -> assertThatExceptionOfType(AppTicketMissingException.class)
			.isThrownBy(() -> send(context.getBean(EphemeralCardTemplate.class).forTenant(new TenantKey("tenant-1"))))
			.withMessageContaining("within 200 ms"));
	}

	@Test
	void sendWhenStoreAppNamesNoTenantThenSendsNothing() {
		connected(this.storeApp).run((context) -> {
			assertThatExceptionOfType(TenantMismatchException.class)
				.isThrownBy(() -> send(context.getBean(EphemeralCardTemplate.class)));
			platform.verify(0, postRequestedFor(anyUrl()));
		});
	}

	@Test
	void sendWhenUserHasCredentialsThenNeedsNoPropertiesAndNoSimulator() {
		connected(this.runner).withBean(CredentialsSupplier.class, OwnCredentials::new).run((context) -> {
			assertThat(context).doesNotHaveBean(FeishuSimulator.class);
			assertThatNoException().isThrownBy(() -> send(context.getBean(EphemeralCardTemplate.class)));
		});
	}

	@Test
	void sendWhenUserHasATokenStoreThenTokenIsFoundThere() {
		TokenStore own = TokenStore.inMemory(Clock.systemUTC());
		TokenKey key = new TokenKey(URI.create(platform.baseUrl()), "cli_1", null);
		own.compareAndSet(key, null, new TenantToken("t-shared", Instant.now().plusSeconds(7200))).block();

		connected(this.customApp).withBean(TokenStore.class, () -> own).run((context) -> {
			send(context.getBean(EphemeralCardTemplate.class));
			platform.verify(postRequestedFor(urlEqualTo(SEND)).withHeader("Authorization", equalTo("Bearer t-shared")));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0s", "31s" })
	void contextWhenTicketWaitIsOutOfRangeThenNamesTheProperty(String wait) {
		this.storeApp.withPropertyValues("feishu.store.ticket-wait=" + wait)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("feishu.store.ticket-wait")));
	}

	private static ApplicationContextRunner connected(ApplicationContextRunner runner) {
		return runner.withPropertyValues("feishu.base-url=" + platform.baseUrl());
	}

	private static void send(EphemeralCardOperations cards) {
		cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build());
	}

	private static final class OwnCredentials implements CredentialsSupplier {

		@Override
		public String appId() {
			return "cli_1";
		}

		@Override
		public Mono<String> secret() {
			return Mono.just("secret-2");
		}

	}

}
