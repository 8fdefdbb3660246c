package io.ephemeral.feishu.autoconfigure.metrics;

import java.time.Duration;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.RateLimiterDecorator;
import io.ephemeral.feishu.autoconfigure.simulator.FeishuSimulatorAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.error.ChatUnsupportedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.system.TestApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Metrics of an application, with the auto-configuration of Spring Boot.
 */
class FeishuMetricsTests {

	private static final Card QUESTION = Card.builder().title("Lunch?").build();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(TestApplication.class);

	@Test
	void sendWhenCardIsShownThenIsOneCallWhateverItTook() {
		this.runner.run((context) -> {
			context.getBean(FeishuSimulator.class).revokeTokens();
			send(context, "ada");
			context.getBean(FeishuSimulator.class).revokeTokens();
			send(context, "ada");

			assertCalls(context, 2, "ephemeral.send", "success", "none");
			assertCalls(context, 2, "auth.tenant_access_token", "success", "none");
			assertThat(registry(context).find("http.client.requests").timers()).isEmpty();
		});
	}

	@Test
	void sendWhenRefusedOrUnknownThenTellsWhyButNotWhoOrWhere() {
		this.runner.run((context) -> {
			FeishuSimulator feishu = context.getBean(FeishuSimulator.class);
			SimulatedChat topics = feishu.createTopicChat("ada");
			assertThatExceptionOfType(ChatUnsupportedException.class).isThrownBy(() -> send(context, topics, "ada"));
			feishu.faults().on("/open-apis/ephemeral/v1/send").next(1).meet(Fault.error(1500));
			assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(context, "ada"));

			assertCalls(context, 1, "ephemeral.send", "refused", "chat_unsupported");
			assertCalls(context, 1, "ephemeral.send", "unknown", "internal");
			assertThat(registry(context).getMeters())
				.filteredOn((meter) -> meter.getId().getName().startsWith("feishu"))
				.isNotEmpty()
				.allSatisfy((meter) -> assertThat(meter.getId().getTags()).extracting(Tag::getValue)
					.noneMatch(topics.id()::equals)
					.noneMatch(topics.openId("ada")::equals));
		});
	}

	@Test
	void callOfApplicationWhenItHasTemplateThenIsTheOperation() {
		this.runner.run((context) -> {
			SimulatedChat chat = context.getBean(FeishuSimulator.class).createChat("ada");
			WebClient client = context.getBean("feishuWebClient", WebClient.class);
			client.get().uri("/open-apis/im/v1/chats/{id}", chat.id()).retrieve().toBodilessEntity().block();
			HttpStatus status = (HttpStatus) client.get()
				.uri((uri) -> uri.path("/open-apis/im/v1/chats/" + chat.id()).build())
				.retrieve()
				.toBodilessEntity()
				.block()
				.getStatusCode();

			assertThat(status).isEqualTo(HttpStatus.OK);
			assertCalls(context, 1, "GET /open-apis/im/v1/chats/{id}", "success", "none");
			assertCalls(context, 1, "other", "success", "none");
		});
	}

	@Test
	void callOfAnotherClientThenIsMeasuredAsEver() {
		this.runner.run((context) -> {
			context.getBean(WebClient.Builder.class)
				.build()
				.get()
				.uri(context.getBean(FeishuSimulator.class).pageUrl())
				.retrieve()
				.toBodilessEntity()
				.block();

			await().untilAsserted(
					() -> assertThat(registry(context).get("http.client.requests").timer().count()).isEqualTo(1));
			assertThat(registry(context).find("feishu.calls").timers()).isEmpty();
		});
	}

	@Test
	void sendWhenLimitsLetItLeaveThenItsWaitIsMeasured() {
		this.runner.run((context) -> {
			send(context, "ada");

			Timer wait = registry(context).get("feishu.limiter.wait")
				.tags("operation", "ephemeral.send", "outcome", "granted")
				.timer();
			assertThat(wait.count()).isEqualTo(1);
			assertThat(registry(context).get("feishu.limiter.waiting").gauge().value()).isZero();
		});
	}

	@Test
	void sendWhenItWouldWaitTooLongThenIsNotSent() {
		// A window that does not end before the second card.
		this.runner.withPropertyValues("feishu.rate-limit.instances=50", "feishu.rate-limit.headroom=10m")
			.run((context) -> {
				SimulatedChat chat = context.getBean(FeishuSimulator.class).createChat("ada");
				send(context, chat, "ada");
				assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> context.getBean(EphemeralCardTemplate.class)
						.newCard(QUESTION)
						.chat(new ChatId(chat.id()))
						.viewer(Viewer.openId(chat.openId("ada")))
						.maxWait(Duration.ZERO)
						.send());

				assertCalls(context, 1, "ephemeral.send", "not_sent", "none");
				assertThat(registry(context).get("feishu.limiter.wait").tags("outcome", "refused").timer().count())
					.isEqualTo(1);
			});
	}

	@Test
	void sendWhenThereAreNoMetricsThenWorks() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FeishuSimulatorAutoConfiguration.class,
					FeishuAutoConfiguration.class, FeishuMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(RateLimiterDecorator.class);
				send(context, "ada");
			});
	}

	private static void send(AssertableApplicationContext context, String viewer) {
		send(context, context.getBean(FeishuSimulator.class).createChat(viewer), viewer);
	}

	private static void send(AssertableApplicationContext context, SimulatedChat chat, String viewer) {
		context.getBean(EphemeralCardTemplate.class)
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId(viewer)), QUESTION);
	}

	/** Waits, because a call ends a moment after its caller continues. */
	private static void assertCalls(AssertableApplicationContext context, int calls, String operation, String outcome,
			String category) {
		await().untilAsserted(() -> assertThat(registry(context).find("feishu.calls")
			.tags("operation", operation, "outcome", outcome, "category", category)
			.timers()).singleElement().satisfies((timer) -> assertThat(timer.count()).isEqualTo(calls)));
	}

	private static MeterRegistry registry(AssertableApplicationContext context) {
		return context.getBean(MeterRegistry.class);
	}

}
