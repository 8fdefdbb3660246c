package io.ephemeral.feishu.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.bot.ReactiveBotIdentity;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.RateLimitedException;
import io.ephemeral.feishu.limit.PermitUnavailableException;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.message.ReactiveTextMessageOperations;
import io.ephemeral.feishu.message.TextMessageOperations;
import io.ephemeral.feishu.publish.Publications;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFilterFunctions;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class FeishuAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(FeishuAutoConfiguration.class,
			FeishuSimulatorAutoConfiguration.class, HttpClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class, CodecsAutoConfiguration.class,
			JacksonAutoConfiguration.class);

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final String TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";

	@RegisterExtension
	static final WireMockExtension platform = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withClassLoader(new FilteredClassLoader(FeishuSimulator.class));

	private final ApplicationContextRunner runnerWithCredentials = this.runner.withPropertyValues("feishu.app-id=cli_1",
			"feishu.app-secret=secret-1", "feishu.base-url=${platform}");

	@Test
	void contextWhenCredentialsAreSetThenHasTemplates() {
		withPlatform().run((context) -> {
			assertThat(context).hasSingleBean(EphemeralCardOperations.class);
			assertThat(context).hasSingleBean(ReactiveEphemeralCardOperations.class);
			assertThat(context).doesNotHaveBean(FeishuSimulator.class);
		});
	}

	@Test
	void contextWhenServletApplicationThenHasTemplates() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(EphemeralCardTemplate.class));
	}

	@Test
	void contextWhenReactiveApplicationThenHasTemplates() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasSingleBean(EphemeralCardTemplate.class));
	}

	@Test
	void contextWhenApplicationHasBeansOfPlainNamesThenHasBoth() {
		withPlatform().withUserConfiguration(PlainNames.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Publications.class)
				.hasBean("publications"));
	}

	@Test
	void contextWhenPlatformIsConfiguredThenHasTextsAndBot() {
		withPlatform().run((context) -> assertThat(context).hasSingleBean(TextMessageOperations.class)
			.hasSingleBean(ReactiveTextMessageOperations.class)
			.hasSingleBean(BotIdentity.class)
			.hasSingleBean(ReactiveBotIdentity.class));
	}

	@Test
	void contextWhenApplicationHasItsOwnIdentityThenItIsUsed() {
		ReactiveBotIdentity own = mock();
		given(own.openId()).willReturn(Mono.just("ou_own"));

		withPlatform().withBean(ReactiveBotIdentity.class, () -> own)
			.run((context) -> assertThat(context.getBean(BotIdentity.class).openId()).isEqualTo("ou_own"));
	}

	@Test
	void contextWhenDisabledThenHasNothing() {
		this.runner.withPropertyValues("feishu.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(EphemeralCardOperations.class)
				.doesNotHaveBean(FeishuProperties.class));
	}

	@Test
	void contextWhenRegionIsLarkThenConnectsToLark() {
		this.runner.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.region=lark")
			.run((context) -> assertThat(context.getBean(FeishuConnectionDetails.class).getBaseUrl())
				.isEqualTo(URI.create("https://open.larksuite.com")));
	}

	@Test
	void contextWhenNothingElseIsSetThenConnectsToFeishu() {
		this.runner.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1")
			.run((context) -> assertThat(context.getBean(FeishuConnectionDetails.class).getBaseUrl())
				.isEqualTo(URI.create("https://open.feishu.cn")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "open.feishu.cn", "ftp://open.feishu.cn", "https://open.feishu.cn/open-apis",
			"https://open.feishu.cn?a=b", "https:///path" })
	void contextWhenBaseUrlIsMalformedThenNamesTheProperty(String baseUrl) {
		this.runner
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.base-url=" + baseUrl)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("feishu.base-url")));
	}

	@Test
	void contextWhenBaseUrlHasPasswordThenDoesNotQuoteIt() {
		this.runner
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1",
					"feishu.base-url=https://user:pass-1@open.feishu.cn")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(String.valueOf(ex.getValue())).doesNotContain("pass-1")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://open.feishu.cn", "HTTP://10.0.0.1:8080", "http://127.0.0.1.example",
			"http://localhost.example", "http://[::2]" })
	void contextWhenBaseUrlIsInsecureThenNamesTheWayOut(String baseUrl) {
		ApplicationContextRunner insecure = this.runner.withPropertyValues("feishu.app-id=cli_1",
				"feishu.app-secret=secret-1", "feishu.base-url=" + baseUrl);

		insecure.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("feishu.http.allow-insecure"));
		insecure.withPropertyValues("feishu.http.allow-insecure=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://localhost:8080", "http://feishu.LOCALHOST", "http://127.0.0.1:80", "http://[::1]" })
	void contextWhenBaseUrlIsOfThisMachineThenNeedsNoTls(String baseUrl) {
		this.runner
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.base-url=" + baseUrl)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void contextWhenRefreshAheadIsTooLongThenFails() {
		withPlatform().withPropertyValues("feishu.token.refresh-ahead=31m")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("refresh-ahead"));
	}

	@Test
	void sendWhenApplicationHasItsOwnJacksonSettingsThenSendsTheDocumentedFields() {
		respond();
		withPlatform()
			.withPropertyValues("spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true", "feishu.base-url=${platform}/")
			.run((context) -> {
				assertThat(send(context)).isEqualTo(new MessageId("om_1"));
				assertThat(JsonMapper.shared()
					.readTree(platform.findAll(postRequestedFor(urlEqualTo(SEND))).get(0).getBody())
					.propertyNames()).containsExactlyInAnyOrder("chat_id", "open_id", "msg_type", "card");
			});
	}

	@Test
	void sendWhenResponseIsLateThenTimesOut() {
		respond();
		platform.stubFor(post(SEND).willReturn(okJson("{}").withFixedDelay(3000)));
		withPlatform().withPropertyValues("feishu.http.read-timeout=1s")
			.run((context) -> assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(context))
				.withRootCauseInstanceOf(ReadTimeoutException.class));
	}

	@Test
	void sendWhenApplicationHasHttpSettingsThenTheyApply() {
		respond();
		platform.stubFor(post(SEND).willReturn(okJson("{}").withFixedDelay(3000)));
		withPlatform().withPropertyValues("spring.http.clients.read-timeout=1s")
			.run((context) -> assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(context))
				.withRootCauseInstanceOf(ReadTimeoutException.class));
	}

	@Test
	void sendWhenThrottledThenIsRepeatedAsOftenAsSet() {
		respond();
		platform.stubFor(post(SEND).willReturn(okJson("{\"code\":99991400}").withStatus(429)));
		withPlatform().withPropertyValues("feishu.retry.max-attempts=2").run((context) -> {
			assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> send(context));
			platform.verify(2, postRequestedFor(urlEqualTo(SEND)));
		});
	}

	@Test
	void sendWhenLimitsLeaveNoRoomThenNothingIsSent() {
		respond();
		withPlatform().withPropertyValues("feishu.rate-limit.instances=40", "feishu.rate-limit.max-wait=0s")
			.run((context) -> {
				send(context);
				assertThatExceptionOfType(PermitUnavailableException.class).isThrownBy(() -> send(context));
				platform.verify(1, postRequestedFor(urlEqualTo(SEND)));
			});
	}

	@Test
	void sendWhenLimiterIsSwitchedOffThenDoesNotWait() {
		respond();
		withPlatform()
			.withPropertyValues("feishu.rate-limit.instances=40", "feishu.rate-limit.max-wait=0s",
					"feishu.rate-limit.enabled=false")
			.run((context) -> {
				send(context);
				send(context);
				platform.verify(2, postRequestedFor(urlEqualTo(SEND)));
			});
	}

	@Test
	void sendWhenApplicationHasItsOwnLimiterThenIsUsed() {
		respond();
		RateLimiter limiter = (request) -> Mono.error(new IllegalStateException("mine"));
		withPlatform().withBean(RateLimiter.class, () -> limiter)
			.run((context) -> assertThatIllegalStateException().isThrownBy(() -> send(context)).withMessage("mine"));
	}

	@Test
	void contextWhenThereIsNoInstanceThenNamesProperty() {
		withPlatform().withPropertyValues("feishu.rate-limit.instances=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("feishu.rate-limit.instances"));
	}

	@Test
	void sendWhenPlatformRedirectsThenDoesNotFollowWithTheToken() {
		respond();
		platform.stubFor(post(SEND).willReturn(temporaryRedirect("/elsewhere")));
		withPlatform().run((context) -> {
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> send(context));
			platform.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
		});
	}

	@Test
	void contextWhenSslBundleIsUnknownThenFailsAtStart() {
		withPlatform().withPropertyValues("feishu.http.ssl.bundle=missing")
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("missing"));
	}

	@Test
	void contextWhenUserHasOperationsThenBacksOff() {
		EphemeralCardOperations own = mock(EphemeralCardOperations.class);
		ReactiveEphemeralCardOperations ownReactive = mock(ReactiveEphemeralCardOperations.class);
		withPlatform().withBean(EphemeralCardOperations.class, () -> own)
			.withBean(ReactiveEphemeralCardOperations.class, () -> ownReactive)
			.run((context) -> {
				assertThat(context).getBean(EphemeralCardOperations.class).isSameAs(own);
				assertThat(context).getBean(ReactiveEphemeralCardOperations.class).isSameAs(ownReactive);
			});
	}

	@Test
	void contextWhenUserHasTokenSourceThenNeedsNoCredentials() {
		this.runner.withBean(TokenSource.class, () -> (request) -> Mono.empty())
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(TokenSource.class));
	}

	@Test
	void contextWhenUserHasConnectionDetailsThenTakesThem() {
		FeishuConnectionDetails own = new FixedConnectionDetails();
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withBean(FeishuConnectionDetails.class, () -> own)
			.run((context) -> {
				assertThat(context).getBean(FeishuConnectionDetails.class).isSameAs(own);
				assertThat(context).doesNotHaveBean(FeishuSimulator.class);
			});
	}

	@Test
	void contextWhenUserHasFilterAndWebClientThenNoneIsDisplaced() {
		withPlatform().withUserConfiguration(OwnWebClient.class).run((context) -> {
			assertThat(context.getBean(OwnWebClient.Uses.class).client).isSameAs(context.getBean("ownWebClient"));
			assertThat(context.getBean(OwnWebClient.Uses.class).filters)
				.containsExactly((ExchangeFilterFunction) context.getBean("ownFilter"));
		});
	}

	@Test
	void sendWhenUserHasBuilderThenItStaysAsItIs() {
		respond();
		WebClient.Builder own = WebClient.builder();
		withPlatform().withBean(WebClient.Builder.class, () -> own).run((context) -> {
			send(context);
			assertThat(own).extracting("connector").isNull();
		});
	}

	@Test
	void sendWhenApplicationCustomizesItsClientsThenNothingOfItGoesToPlatform() {
		respond();
		WebClientCustomizer headers = (builder) -> builder.defaultHeader("X-Internal-Key", "k3y");
		WebClientCustomizer credentials = (builder) -> builder
			.filter(ExchangeFilterFunctions.basicAuthentication("user", "password"))
			.defaultCookie("session", "5e55");
		withPlatform().withBean("headers", WebClientCustomizer.class, () -> headers)
			.withBean("credentials", WebClientCustomizer.class, () -> credentials)
			.run((context) -> {
				send(context);
				for (String path : List.of(TOKEN, SEND)) {
					platform.verify(postRequestedFor(urlEqualTo(path)).withoutHeader("X-Internal-Key")
						.withoutHeader("Cookie")
						.withHeader("Authorization", notMatching("Basic .*")));
				}
			});
	}

	@Test
	void sendWhenApplicationCustomizesOurClientsThenCustomizersAreCalledInOrder() {
		respond();
		withPlatform().withUserConfiguration(OwnCustomizers.class).run((context) -> {
			send(context);
			platform.verify(postRequestedFor(urlEqualTo(TOKEN)).withHeader("X-Proxy", equalTo("second")));
			platform.verify(postRequestedFor(urlEqualTo(SEND)).withHeader("X-Proxy", equalTo("second")));
		});
	}

	@Test
	void contextWhenUserInjectsOurClientByNameThenGetsIt() {
		respond();
		platform.stubFor(get("/open-apis/im/v1/chats").willReturn(okJson("{\"code\":0}")));
		withPlatform().withUserConfiguration(UsesFeishuWebClient.class).run((context) -> {
			context.getBean("response", String.class);
			platform.verify(getRequestedFor(urlEqualTo("/open-apis/im/v1/chats")).withHeader("Authorization",
					equalTo("Bearer t-1")));
			assertThat(context).hasSingleBean(TenantTokenFilter.class);
		});
	}

	private ApplicationContextRunner withPlatform() {
		return this.runnerWithCredentials.withPropertyValues("platform=" + platform.baseUrl());
	}

	private static void respond() {
		platform.stubFor(post(TOKEN).willReturn(
				okJson("{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-1\",\"expire\":7200,\"new_field\":1}")));
		platform.stubFor(post(SEND)
			.willReturn(okJson("{\"code\":0,\"msg\":\"ok\",\"data\":{\"message_id\":\"om_1\",\"new_field\":{}}}")));
	}

	private static MessageId send(AssertableApplicationContext context) {
		return context.getBean(EphemeralCardTemplate.class)
			.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build())
			.messageId();
	}

	private static final class FixedConnectionDetails implements FeishuConnectionDetails {

		@Override
		public URI getBaseUrl() {
			return URI.create("https://feishu.example.com");
		}

		@Override
		public AppCredentials getCredentials() {
			return new AppCredentials("cli_1", "secret-1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnWebClient {

		@Bean
		WebClient ownWebClient() {
			return WebClient.create();
		}

		@Bean
		ExchangeFilterFunction ownFilter() {
			return (request, next) -> next.exchange(request);
		}

		@Bean
		Uses uses(WebClient client, List<ExchangeFilterFunction> filters, ExchangeFilterFunction filter) {
			return new Uses(client, filters);
		}

		record Uses(WebClient client, List<ExchangeFilterFunction> filters) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UsesFeishuWebClient {

		@Bean
		String response(@Qualifier("feishuWebClient") WebClient feishu) {
			return Objects
				.requireNonNull(feishu.get().uri("/open-apis/im/v1/chats").retrieve().bodyToMono(String.class).block());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCustomizers {

		@Bean
		@Order(2)
		FeishuWebClientCustomizer second() {
			return (builder) -> builder.defaultHeaders((headers) -> headers.set("X-Proxy", "second"));
		}

		@Bean
		@Order(1)
		FeishuWebClientCustomizer first() {
			return (builder) -> builder.defaultHeaders((headers) -> headers.set("X-Proxy", "first"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainNames {

		@Bean
		List<String> publications() {
			return List.of();
		}

	}

}
