package io.ephemeral.feishu.autoconfigure.health;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.system.TestApplication;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Health of an application, from the calls that it makes.
 */
@ExtendWith(OutputCaptureExtension.class)
class FeishuHealthTests {

	private static final ObjectProvider<LongConnection> NO_CONNECTION = new DefaultListableBeanFactory()
		.getBeanProvider(LongConnection.class);

	private static final ObjectProvider<LimitSharing> NO_SHARING = new DefaultListableBeanFactory()
		.getBeanProvider(LimitSharing.class);

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final ConnectedApp APP = new ConnectedApp("cli_1", URI.create("https://open.feishu.cn"), false);

	private final Clock clock = mock();

	private Instant now = Instant.parse("2026-01-05T08:00:00Z");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(TestApplication.class)
		.withBean("feishuClock", Clock.class, () -> this.clock);

	@BeforeEach
	void startClock() {
		given(this.clock.instant()).willAnswer((call) -> this.now);
		given(this.clock.millis()).willAnswer((call) -> this.now.toEpochMilli());
	}

	@Test
	void healthWhenNothingWasCalledThenIsUnknownAndCallsNothing() {
		this.runner.run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(feishu(context).requests()).isEmpty();
		});
	}

	@Test
	void healthWhenCardWasShownThenIsUpAndTellsWhen() {
		this.runner.run((context) -> {
			send(context, "ada");

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("lastAnswer", this.now);
		});
	}

	@Test
	void healthThenTellsWhichAppCallsWhere() {
		this.runner.run((context) -> assertThat(health(context).getDetails()).containsExactlyInAnyOrderEntriesOf(
				Map.of("app", feishu(context).appId(), "baseUrl", feishu(context).baseUrl(), "simulator", true)));
		this.runner.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1")
			.run((context) -> assertThat(health(context).getDetails()).containsExactlyInAnyOrderEntriesOf(
					Map.of("app", "cli_1", "baseUrl", URI.create("https://open.feishu.cn"), "simulator", false)));
	}

	@Test
	void healthWhenTokensNeedNoCredentialsThenNamesNoApp() {
		this.runner.withPropertyValues("feishu.simulator.enabled=false")
			.withBean(TokenSource.class, () -> (request) -> Mono.never())
			.run((context) -> assertThat(health(context).getDetails()).containsOnlyKeys("baseUrl", "simulator"));
	}

	@Test
	void healthWhenCallerAskedForTooMuchThenIsUp() {
		this.runner.run((context) -> {
			SimulatedChat topics = feishu(context).createTopicChat("ada");
			assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> send(context, topics, "ada"));

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void healthWhenAnswerWasLostThenIsDownUntilTheNextOneOrForFiveMinutes() {
		this.runner.run((context) -> {
			fail(context, Fault.reset());
			Health down = health(context);
			assertThat(down.getStatus()).isEqualTo(Status.DOWN);
			assertThat(down.getDetails()).containsEntry("lastFailure", this.now).containsKey("error");

			this.now = this.now.plus(Duration.ofMinutes(5));
			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);

			fail(context, Fault.reset());
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			this.now = this.now.plusMillis(1);
			send(context, "ada");
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void healthWhenQuotaIsUsedUpThenStaysDown() {
		this.runner.run((context) -> {
			fail(context, Fault.error(99991403));
			this.now = this.now.plus(Duration.ofHours(10));

			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void healthWhenAppIsSwitchedOffThenALostAnswerChangesNothing() {
		this.runner.run((context) -> {
			fail(context, Fault.error(11205));
			fail(context, Fault.reset());
			this.now = this.now.plus(Duration.ofHours(10));

			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void healthWhenMachineMayNotCallThenIsDown() {
		this.runner.run((context) -> {
			fail(context, Fault.error(99991401));

			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void healthWhenClockIsSetBackThenIsUpAfterTheNextAnswer() {
		this.runner.run((context) -> {
			fail(context, Fault.reset());
			this.now = this.now.minus(Duration.ofHours(1));
			send(context, "ada");

			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void healthWhenTokenOfCallerIsRefusedThenTellsNothing() {
		this.runner.run((context) -> {
			WebClient client = context.getBean("feishuWebClient", WebClient.class);
			assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> client.get()
				.uri("/open-apis/im/v1/chats/oc_1")
				.attributes(FeishuAttributes.accessToken("t-old"))
				.retrieve()
				.toBodilessEntity()
				.block());

			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
		});
	}

	@Test
	void healthWhenOneTenantHasNotInstalledTheAppThenIsUp() {
		CallHistory history = new CallHistory(this.clock);
		FeishuHealthIndicator indicator = new FeishuHealthIndicator(APP, history, RateLimiter.unlimited(),
				NO_CONNECTION, NO_SHARING, this.clock);
		refuse(history, "auth.tenant_access_token", 10013);
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

		refuse(history, "auth.app_access_token", 10014);
		assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
	}

	private static void refuse(CallHistory history, String operation, int code) {
		ClientRequest request = ClientRequest.create(HttpMethod.POST, URI.create(SEND))
			.attributes(FeishuAttributes.tenant(new TenantKey("acme")))
			.build();
		FeishuApiError error = new FeishuApiError(operation, HttpStatus.BAD_REQUEST, code, "refused", null, null, null,
				List.of(), null, null);
		history.watch(request, (sent) -> Mono.error(new FeishuApiException(error))).onErrorComplete().block();
	}

	@Test
	void healthWhenSecretIsWrongThenIsDownAndShowsNoSecret() {
		try (FeishuSimulator feishu = FeishuSimulator.start()) {
			SimulatedChat chat = feishu.createChat("ada");
			this.runner
				.withPropertyValues("feishu.app-id=" + feishu.appId(), "feishu.app-secret=wr0ng",
						"feishu.base-url=" + feishu.baseUrl())
				.run((context) -> {
					assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> send(context, chat, "ada"));

					this.now = this.now.plus(Duration.ofHours(10));
					assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
					assertThat(health(context).toString()).doesNotContain("wr0ng");
				});
		}
	}

	@Test
	void healthWhenApplicationTellsItsOwnThenStarts() {
		this.runner.withBean("feishuHealthContributor", HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("feishuHealthIndicator"));
	}

	@Test
	void healthWhenPlatformAsksToWaitForDaysThenTellsWhatIsStopped(CapturedOutput output) {
		this.runner.run((context) -> {
			fail(context, Fault.throttled(429, Duration.ofSeconds(999_999)));
			fail(context, Fault.throttled());

			assertThat(health(context).getDetails().get("stopped")).asInstanceOf(InstanceOfAssertFactories.LIST)
				.singleElement()
				.asString()
				.matches("ephemeral\\.send, next attempt in 2\\d\\d s");
		});
		assertThat(output).containsOnlyOnce("ephemeral.send is stopped for more than a minute");
	}

	@Test
	void healthWhenStoppedCallHasIdInItsPathThenDoesNotShowIt() {
		ClosedGate gate = new ClosedGate("GET /open-apis/im/v1/chats/oc_1", null, RefusalScope.OPERATION, Duration.ZERO,
				Duration.ofMinutes(2));
		RateLimiter limiter = mock();
		given(limiter.closedGates()).willReturn(List.of(gate));

		assertThat(new FeishuHealthIndicator(APP, new CallHistory(this.clock), limiter, NO_CONNECTION, NO_SHARING,
				this.clock)
			.health()
			.getDetails()).containsEntry("stopped", List.of("other, next attempt in 120 s"));
	}

	@Test
	void healthWhenTurnedOffThenIsNotThere() {
		this.runner.withPropertyValues("management.health.feishu.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("feishuHealthIndicator")
				.doesNotHaveBean(CallHistory.class));
	}

	private static void fail(AssertableApplicationContext context, Fault fault) {
		feishu(context).faults().on(SEND).next(1).meet(fault);
		assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> send(context, "ada"));
	}

	private static void send(AssertableApplicationContext context, String viewer) {
		send(context, feishu(context).createChat(viewer), viewer);
	}

	private static void send(AssertableApplicationContext context, SimulatedChat chat, String viewer) {
		context.getBean(EphemeralCardTemplate.class)
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId(viewer)), Card.builder().title("Lunch?").build());
	}

	private static FeishuSimulator feishu(AssertableApplicationContext context) {
		return context.getBean(FeishuSimulator.class);
	}

	private static Health health(AssertableApplicationContext context) {
		return context.getBean("feishuHealthIndicator", HealthIndicator.class).health();
	}

}
