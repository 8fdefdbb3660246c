package io.ephemeral.feishu.autoconfigure.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.autoconfigure.FeishuWebClientCustomizer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.system.LongDeadlines;
import io.ephemeral.feishu.system.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Endpoint of an application that uses the simulator.
 */
class FeishuEndpointTests {

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final Card QUESTION = Card.builder()
		.title("Lunch?")
		.add(Button.builder("Wait").callback("wait").build())
		.build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(TestApplication.class)
		.withPropertyValues("management.endpoints.web.exposure.include=feishu");

	@Test
	@ExtendWith(LongDeadlines.class)
	void endpointOverHttpThenIsPlainJsonWithoutIdsOfChatsAndPersons() throws Exception {
		try (ConfigurableApplicationContext context = start()) {
			FeishuSimulator feishu = context.getBean(FeishuSimulator.class);
			SimulatedChat chat = feishu.createChat("ada");
			context.getBean(EphemeralCardTemplate.class)
				.newCard(QUESTION)
				.chat(new ChatId(chat.id()))
				.viewer(Viewer.openId(chat.openId("ada")))
				.expiresAfter(Duration.ofHours(1))
				.send();
			chat.seenBy("ada").get(0).press("Wait");

			String text = get(context);
			WaitingBot.finished.complete(null);

			JsonNode report = JsonMapper.shared().readTree(text);
			assertThat(report.path("app").toString()).isEqualTo("{\"id\":\"%s\",\"baseUrl\":\"%s\",\"simulated\":true}"
				.formatted(feishu.appId(), feishu.baseUrl()));
			JsonNode token = report.path("tokens").path("first").path(0);
			assertThat(token.path("kind").asString()).isEqualTo("tenant");
			assertThat(Instant.parse(token.path("validUntil").asString())).isAfter(Instant.now());
			JsonNode send = report.path("limits").path("operations").path("first").path(0);
			assertThat(send.path("operation").asString()).isEqualTo("ephemeral.send");
			assertThat(send.path("windows").path(1).toString())
				.isEqualTo("{\"limit\":{\"calls\":1000,\"length\":\"PT1M\"},\"used\":1}");
			assertThat(report.path("calls").findValuesAsString("operation")).containsExactlyInAnyOrder("ephemeral.send",
					"auth.tenant_access_token");
			JsonNode work = report.path("work").path("first").path(0);
			assertThat(work.path("action").asString()).isEqualTo("wait");
			assertThat(Duration.parse(work.path("age").asString())).isPositive();
			assertThat(report.path("expiries").path("count").asInt()).isOne();
			assertThat(Instant.parse(report.path("expiries").path("next").asString())).isAfter(Instant.now());
			assertThat(text).doesNotContain(chat.id(), chat.openId("ada"), "Lunch?");
		}
	}

	@Test
	void endpointWhenNotExposedOrTurnedOffThenIsNotThere() {
		new ApplicationContextRunner().withUserConfiguration(TestApplication.class)
			.run((context) -> assertThat(context).doesNotHaveBean(FeishuEndpoint.class));
		this.runner.withPropertyValues("feishu.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FeishuEndpoint.class));
	}

	@Test
	void endpointWhenThereIsNoActuatorThenApplicationStarts() {
		this.runner.withClassLoader(new FilteredClassLoader(Endpoint.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FeishuEndpointAutoConfiguration.class));
	}

	@Test
	void callsWhenHealthIsTurnedOffThenAreCountedAllTheSame() {
		this.runner.withPropertyValues("management.health.feishu.enabled=false").run((context) -> {
			send(context);
			send(context);

			assertThat(report(context).calls()).filteredOn((count) -> count.operation().equals("ephemeral.send"))
				.singleElement()
				.satisfies((count) -> assertThat(count.count()).isEqualTo(2));
		});
	}

	@Test
	void callsWhenCustomizerAddsFilterThenAreCountedOutsideOfIt() {
		FeishuWebClientCustomizer repeating = (builder) -> builder.filter((request, next) -> next.exchange(request)
			.onErrorResume(FeishuException.class, (error) -> next.exchange(request)));
		this.runner.withBean(FeishuWebClientCustomizer.class, () -> repeating).run((context) -> {
			feishu(context).faults().on(SEND).next(1).meet(Fault.error(1500));
			send(context);

			assertThat(report(context).calls()).filteredOn((count) -> count.operation().equals("ephemeral.send"))
				.singleElement()
				.satisfies((count) -> assertThat(count.outcome()).isEqualTo("success"));
		});
	}

	@Test
	void callsWhenRefusedThenTellCategory() {
		this.runner.run((context) -> {
			fail(context, Fault.error(99991403));

			assertThat(report(context).calls())
				.anySatisfy((count) -> assertThat(count).extracting("operation", "outcome", "category", "count")
					.containsExactly("ephemeral.send", "refused", "quota_exhausted", 1L));
		});
	}

	@Test
	void limitsWhenPlatformRefusesThenTellWhatIsClosedAndUntilWhen() {
		this.runner.run((context) -> {
			fail(context, Fault.throttled(429, Duration.ofSeconds(200)));

			assertThat(report(context).limits().closed().first()).singleElement().satisfies((gate) -> {
				assertThat(gate.operation()).isEqualTo("ephemeral.send");
				assertThat(gate.scope()).isEqualTo(RefusalScope.OPERATION);
				assertThat(gate.until()).isBetween(Instant.now().plusSeconds(100), Instant.now().plusSeconds(300));
			});
		});
	}

	@Test
	void limitsWhenPathOfACallHoldsIdThenDoNotShowIt() {
		this.runner.run((context) -> {
			SimulatedChat chat = feishu(context).createChat("ada");
			context.getBean("feishuWebClient", WebClient.class)
				.get()
				.uri((uri) -> uri.path("/open-apis/im/v1/chats/" + chat.id()).build())
				.retrieve()
				.toBodilessEntity()
				.block();

			assertThat(report(context).limits().operations().first()).extracting(LimitUse::operation)
				.containsExactly("other");
		});
	}

	@Test
	void tokensWhenAppIsOfTheStoreThenAreThoseOfAppAndTenants() {
		try (FeishuSimulator feishu = FeishuSimulator.builder().storeApp().start()) {
			SimulatedChat chat = feishu.createChat("ada");
			this.runner
				.withPropertyValues("feishu.app-type=store", "feishu.app-id=" + feishu.appId(),
						"feishu.app-secret=" + feishu.appSecret(), "feishu.base-url=" + feishu.baseUrl())
				.run((context) -> {
					context.getBean(AppTicketStore.class)
						.save(feishu.appId(), new AppTicket(feishu.appTicket(), Instant.now()))
						.block();
					context.getBean(EphemeralCardOperations.class)
						.forTenant(new TenantKey(feishu.tenantKey()))
						.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), QUESTION);

					FeishuReport.Excerpt<FeishuReport.Token> tokens = report(context).tokens();
					assertThat(tokens.count()).isEqualTo(2);
					assertThat(tokens.first()).extracting(FeishuReport.Token::kind).containsExactly("app", "tenant");
					assertThat(tokens.first()).extracting(FeishuReport.Token::tenant)
						.containsExactly(null, new TenantKey(feishu.tenantKey()));
				});
		}
	}

	@Test
	void excerptWhenEntriesAreManyThenHasTheFirstAndTheirNumber() {
		FeishuReport.Excerpt<Integer> excerpt = FeishuReport.Excerpt
			.of(Stream.iterate(1, (number) -> number + 1).limit(250));

		assertThat(excerpt.count()).isEqualTo(250);
		assertThat(excerpt.first()).hasSize(100).startsWith(1, 2);
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(TestApplication.class, WaitingBot.class).web(WebApplicationType.SERVLET)
			.registerShutdownHook(false)
			.properties("server.port=0", "server.address=127.0.0.1", "management.endpoints.web.exposure.include=feishu",
					"feishu.callback.answer-within=100ms")
			.run();
	}

	private static String get(ConfigurableApplicationContext context) throws IOException, InterruptedException {
		URI url = URI.create(
				"http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/feishu");
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body();
	}

	private static FeishuReport report(AssertableApplicationContext context) {
		return context.getBean(FeishuEndpoint.class).report();
	}

	private static FeishuSimulator feishu(AssertableApplicationContext context) {
		return context.getBean(FeishuSimulator.class);
	}

	private static void send(AssertableApplicationContext context) {
		SimulatedChat chat = feishu(context).createChat("ada");
		context.getBean(EphemeralCardTemplate.class)
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), QUESTION);
	}

	private static void fail(AssertableApplicationContext context, Fault fault) {
		feishu(context).faults().on(SEND).next(1).meet(fault);
		assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> send(context));
	}

	@Configuration(proxyBeanMethods = false)
	static class WaitingBot {

		static final CompletableFuture<Void> finished = new CompletableFuture<>();

		@CardAction("wait")
		void hang() {
			finished.join();
		}

	}

}
