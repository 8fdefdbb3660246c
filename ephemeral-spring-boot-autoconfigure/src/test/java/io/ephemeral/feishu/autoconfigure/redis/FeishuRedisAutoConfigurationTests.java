package io.ephemeral.feishu.autoconfigure.redis;

import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenStore;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.health.FeishuHealthContributorAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.metrics.FeishuMetricsAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.autoconfigure.sharing.SharingSetupException;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.ephemeral.ExpiryStore;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.redis.RedisAnswerStore;
import io.ephemeral.feishu.redis.RedisAppTicketStore;
import io.ephemeral.feishu.redis.RedisExpiryStore;
import io.ephemeral.feishu.redis.RedisServer;
import io.ephemeral.feishu.redis.RedisSlotExchange;
import io.ephemeral.feishu.redis.RedisTokenStore;
import io.ephemeral.feishu.system.CapturedLog;
import io.ephemeral.feishu.system.PatientSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FeishuRedisAutoConfigurationTests {

	private static RedisServer server;

	private final ApplicationContextRunner unconnected = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuRedisAutoConfiguration.class, FeishuAutoConfiguration.class,
				FeishuHealthContributorAutoConfiguration.class, FeishuMetricsAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.redis.enabled=true");

	private final ApplicationContextRunner runner = this.unconnected.withBean(LettuceConnectionFactory.class,
			() -> new LettuceConnectionFactory("127.0.0.1", server.port()));

	@BeforeAll
	static void start() {
		server = RedisServer.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void contextWhenModuleIsThereThenInstancesShareEverything() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(SlotExchange.class).hasSingleBean(LimitSharing.class);
			assertThat(context.getBean(TokenStore.class)).isInstanceOf(RedisTokenStore.class);
			assertThat(context.getBean(AppTicketStore.class)).isInstanceOf(RedisAppTicketStore.class);
			assertThat(context.getBean(ExpiryStore.class)).isInstanceOf(RedisExpiryStore.class);
			assertThat(context.getBean(AnswerStore.class)).isInstanceOf(RedisAnswerStore.class);
		});
	}

	@Test
	void contextWhenDisabledThenInstancesShareNothing() {
		this.unconnected.withPropertyValues("feishu.redis.enabled=false").run(this::sharesNothing);
	}

	@Test
	void contextWhenModuleIsMissingThenInstancesShareNothing() {
		this.unconnected.withClassLoader(new FilteredClassLoader(RedisSlotExchange.class.getPackageName()))
			.run(this::sharesNothing);
	}

	private void sharesNothing(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed()
			.hasSingleBean(RateLimiter.class)
			.doesNotHaveBean(LimitSharing.class)
			.doesNotHaveBean(AnswerStore.class)
			.doesNotHaveBean("feishuRedisTemplate");
	}

	@ParameterizedTest
	@CsvSource({ "limits, feishuSlotExchange", "tokens, feishuTokenStore", "expiries, feishuExpiryStore",
			"callbacks, feishuAnswerStore" })
	void contextWhenAPartIsTurnedOffThenOnlyThatPartIsNotShared(String part, String bean) {
		this.runner.withPropertyValues("feishu.redis." + part + "=false").run((context) -> {
			boolean shared = context.containsBean(bean)
					&& context.getBean(bean).getClass().getPackageName().contains("redis");
			assertThat(shared).isFalse();
			assertThat(context.getBeanNamesForType(Object.class)).filteredOn((name) -> name.startsWith("feishu"))
				.filteredOn((name) -> context.getBean(name).getClass().getPackageName().endsWith(".redis"))
				.hasSizeGreaterThan(3);
		});
	}

	@ParameterizedTest
	@CsvSource({ "timeout, 500ms", "timeout, 0", "key-prefix, {a}" })
	void contextWhenPropertyIsOutOfRangeThenFailsWithItsName(String property, String value) {
		this.runner.withPropertyValues("feishu.redis." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("feishu.redis." + property));
	}

	@Test
	void contextWhenThereIsNoConnectionThenFailsWithRemedy() {
		this.unconnected.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(SharingSetupException.class)
			.hasMessageContaining("no connection to Redis, or more than one"));
	}

	@Test
	void contextWhenApplicationHasItsOwnTokenSourceThenNeedsCredentials() {
		this.runner.withBean(TokenSource.class, Mockito::mock)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(SharingSetupException.class)
				.hasMessageContaining("its own TokenSource"));
	}

	@Test
	void contextWhenAConnectionHasTheNameThenItIsTheOne() {
		LettuceConnectionFactory other = new LettuceConnectionFactory("127.0.0.1", server.port());
		this.runner.withBean("feishuRedisConnectionFactory", LettuceConnectionFactory.class, () -> other)
			.run((context) -> assertThat(
					context.getBean("feishuRedisTemplate", ReactiveStringRedisTemplate.class).getConnectionFactory())
				.isSameAs(other));
	}

	@Test
	void contextWhenApplicationHasBeansThenTheyAreUsed() {
		this.runner.withBean(RateLimiter.class, RateLimiter::unlimited)
			.withBean(ExpiryStore.class, ExpiryStore::inMemory)
			.run((context) -> assertThat(context).hasSingleBean(RateLimiter.class)
				.hasSingleBean(ExpiryStore.class)
				.doesNotHaveBean(SlotExchange.class));
	}

	@Test
	void healthWhenRedisAnswersThenSharingIsJoint() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			awaitSharing(context, "joint, 1 instance");

			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("feishu.limiter.joint").gauge().value()).isOne();
			assertThat(meters.get("feishu.limiter.exchange").tag("outcome", "answered").timer().count()).isPositive();
		});
	}

	@Test
	void callWhenRedisIsAwayThenLeavesAlone() {
		withServer((own) -> this.unconnected.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(LettuceConnectionFactory.class, () -> new LettuceConnectionFactory("127.0.0.1", own.port()))
			.withPropertyValues("feishu.rate-limit.instances=4")
			.run((context) -> {
				awaitSharing(context, "joint, 1 instance");
				try (CapturedLog log = CapturedLog.of("io.ephemeral.feishu", Level.INFO)) {
					own.kill();
					await().untilAsserted(() -> {
						acquire(context);
						assertThat(sharing(context)).startsWith("alone since 20").endsWith("with 1/4 of the limits");
					});
					assertThat(context.getBean(MeterRegistry.class).get("feishu.limiter.joint").gauge().value())
						.isZero();
					assertThat(log.lines(Level.WARN)).filteredOn((line) -> line.contains("limits"))
						.singleElement()
						.asString()
						.startsWith("The limits are not shared: Redis did not grant slots")
						.endsWith("this instance uses 1/4 of them");

					own.restart();
					awaitSharing(context, "joint, 1 instance");
					assertThat(log.lines(Level.INFO)).filteredOn((line) -> line.contains("again")).hasSize(1);
				}
			}));
	}

	/** A machine with much work may be too slow for one exchange. */
	private static void awaitSharing(ApplicationContext context, String expected) {
		await().untilAsserted(() -> {
			acquire(context);
			assertThat(sharing(context)).isEqualTo(expected);
		});
	}

	private static void withServer(Consumer<RedisServer> test) {
		try (RedisServer own = RedisServer.start()) {
			test.accept(own);
		}
	}

	private static void acquire(ApplicationContext context) {
		Permit permit = context.getBean(RateLimiter.class)
			.acquire(PermitRequest.of("ephemeral.send", "oc_1").maxWait(PatientSession.PATIENCE))
			.block(PatientSession.PATIENCE);
		permit.release();
	}

	private static String sharing(ApplicationContext context) {
		return (String) context.getBean("feishuHealthIndicator", HealthIndicator.class)
			.health()
			.getDetails()
			.get("sharing");
	}

}
