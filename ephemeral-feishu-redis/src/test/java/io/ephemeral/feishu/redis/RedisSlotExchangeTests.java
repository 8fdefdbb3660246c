package io.ephemeral.feishu.redis;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Terms;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.lettuce.core.api.sync.RedisCommands;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RedisSlotExchangeTests {

	private static final String CHAT = "ada@example.com";

	private static final Terms TERMS = new Terms(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(3));

	/** Longer than a test takes on a slow machine. */
	private static final Terms LASTING = new Terms(TERMS.headroom(), TERMS.lookAhead(), Duration.ofHours(1));

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static RedisServer server;

	private static RedisConnection connection;

	private static RedisCommands<String, String> commands;

	private final SlotExchange exchange = connection.exchange();

	@BeforeAll
	static void start() {
		server = RedisServer.start("--repl-diskless-sync-delay", "0");
		connection = RedisConnection.of(server);
		commands = connection.commands();
	}

	@AfterAll
	static void stop() {
		connection.close();
		server.close();
	}

	@BeforeEach
	void flush() {
		commands.flushall();
	}

	@Test
	void exchangeWhenServerWasRestartedThenLoadsTheScriptAgain() {
		String epoch = send(this.exchange, request("a", 1)).epoch();
		server.kill();
		server.restart();

		await().ignoreExceptions().atMost(PATIENCE).until(() -> {
			SlotGrants grants = send(this.exchange, request(new Instance("a", List.of(), epoch, Duration.ZERO), 1));
			return grants.forgotten();
		});
	}

	@Test
	void exchangeWhenServerStartsLaterThenConnectsThen() {
		try (RedisServer late = RedisServer.start(); RedisConnection connection = RedisConnection.of(late)) {
			RedisSlotExchange exchange = connection.exchange();
			late.kill();
			assertThatThrownBy(() -> send(exchange, request("a", 1))).hasMessageContaining("Connection refused");
			late.restart();
			exchange.connect().block();

			assertThat(send(exchange, request("a", 1)).targets().get(0).openings()).hasSize(1);
		}
	}

	@Test
	void exchangeWhenServerHangsThenFailsInTime() {
		SlotExchange impatient = connection.exchange(RedisConnection.KEYS, Duration.ofMillis(300));
		send(this.exchange, request("a", 0));
		server.hang();

		assertThatThrownBy(() -> impatient.exchange(request("a", 4)).block(Duration.ofSeconds(5)))
			.hasMessageContaining("Redis did not grant slots for ephemeral.send: no response within 300 ms");
		server.resume();
	}

	@Test
	void exchangeWhenRequestRunsLateThenItsSlotsAreFreeForTheNewId() {
		SlotExchange impatient = connection.exchange(RedisConnection.KEYS, Duration.ofMillis(300));
		send(this.exchange, request("a", 0));
		server.hang();
		impatient.exchange(lasting(request("a", 4))).onErrorComplete().block(Duration.ofSeconds(5));
		server.resume();
		await().atMost(PATIENCE)
			.until(() -> send(this.exchange, request("b", 4)).targets().get(0).openings().isEmpty());
		send(this.exchange, request(new Instance("a2", List.of("a"), null, Duration.ZERO), 0));

		assertThat(send(this.exchange, request("b", 4)).targets().get(0).openings()).hasSize(4);
	}

	@Test
	void exchangeWhenReplicaLacksTheLastRequestsThenForgets() {
		try (RedisServer replica = replica(); RedisConnection fallback = RedisConnection.of(replica)) {
			send(this.exchange, request("a", 1));
			awaitState(fallback);
			fallback.commands().replicaofNoOne();
			SlotGrants lost = send(this.exchange, request("a", 1));
			Instance instance = new Instance("a", List.of(), lost.epoch(), Duration.ZERO);
			SlotGrants grants = send(fallback.exchange(), request(instance, 1));

			assertThat(grants.forgotten()).isTrue();
			assertThat(grants.fleet().opensIn()).isEqualTo(Duration.ofMillis(2200));
		}
	}

	@Test
	void exchangeWhenReplicaHasAllRequestsThenKeepsThem() {
		try (RedisServer replica = replica(); RedisConnection fallback = RedisConnection.of(replica)) {
			SlotGrants last = send(this.exchange, lasting(request("a", 3)));
			awaitState(fallback);
			fallback.commands().replicaofNoOne();
			Instance instance = new Instance("b", List.of(), last.epoch(), Duration.ZERO);
			SlotGrants grants = send(fallback.exchange(), request(instance, 4));

			assertThat(grants.forgotten()).isFalse();
			assertThat(grants.targets().get(0).openings()).hasSize(1);
		}
	}

	private static RedisServer replica() {
		return RedisServer.start("--replicaof", "127.0.0.1", Integer.toString(server.port()));
	}

	private static void awaitState(RedisConnection replica) {
		String state = commands.get(keyOf("state"));
		RedisCommands<String, String> copy = replica.commands();
		await().atMost(PATIENCE).until(() -> state.equals(copy.get(keyOf("state"))));
	}

	@Test
	void exchangeWhenPasswordIsWrongThenErrorNamesTheCause() {
		try (RedisServer closed = RedisServer.start("--requirepass", "right")) {
			RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration("127.0.0.1", closed.port());
			configuration.setPassword("wrong");
			try (RedisConnection refused = new RedisConnection(configuration,
					LettuceClientConfiguration.defaultConfiguration())) {
				// Sometimes the client notices the end of the connection before its
				// reason.
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThatThrownBy(() -> refused.exchange().exchange(request("a", 1)).block())
						.hasMessageContaining("ephemeral.send")
						.hasMessageContaining("WRONGPASS")
						.hasMessageNotContaining("wrong "));
			}
		}
	}

	@Test
	void exchangeWhenInstanceWithTheProbeOfTheQuotaIsSilentThenAnotherOperationTries() {
		long micros = 1_796_000_000_000_000L;
		send(connection.exchange(micros),
				request("a", List.of(new Refusal(RefusalScope.QUOTA, "", Duration.ZERO, false))));
		assertThat(send(connection.exchange(micros), request("a", 1)).targets().get(0).probe()).isTrue();
		SlotRequest other = new SlotRequest(new OperationLimits("chat.get", List.of(), List.of()), null,
				new Instance("b", List.of(), null, Duration.ZERO), TERMS, List.of(report("", 1)), List.of(), null);

		assertThat(send(connection.exchange(micros + 2_900_000), other).targets().get(0).openings()).isEmpty();
		assertThat(send(connection.exchange(micros + 3_100_000), other).targets().get(0).probe()).isTrue();
	}

	@Test
	void exchangeWhenTargetIsAnAddressThenDatabaseDoesNotContainIt() {
		fill();

		assertThat(commands.keys("*")).hasSize(5).noneMatch((key) -> key.contains("ada@"));
		assertThat(commands.hgetall(keyOf("targets"))).isNotEmpty();
		assertThat(commands.hgetall(keyOf("targets")).toString()).doesNotContain("ada@");
		assertThat(commands.hgetall(keyOf("instances")).toString()).doesNotContain("ada@");
		assertThat(commands.get(keyOf("state"))).doesNotContain("ada@");
		assertThat(commands.get("feishu:{https://open.feishu.cn|cli_1}:limit:quota")).doesNotContain("ada@");
	}

	@Test
	void exchangeWhenItEndsThenAllKeysExpire() {
		fill();

		assertThat(commands.keys("*")).hasSize(5)
			.allSatisfy((key) -> assertThat(commands.ttl(key)).isBetween(180L, 1000L));
	}

	@Test
	void exchangeWhenTargetHasNoMoreCallsThenIsForgotten() {
		send(this.exchange, request("a", 1));
		send(this.exchange, request(report(CHAT, 0, Duration.ZERO)));
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
			send(this.exchange, request(report("other", 0, Duration.ZERO)));
			return !commands.hexists(keyOf("targets"), RedisKeys.hidden(CHAT));
		});
	}

	@Test
	void exchangeWhenManyArrivalsAreReportedAtOnceThenTheLastOnesCount() {
		Duration[] ages = IntStream.range(0, 10_000).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
		SlotGrants grants = send(this.exchange, request(report(CHAT, 1, ages)));

		assertThat(grants.fleet().opensIn()).isEqualTo(Duration.ofMillis(60_010 - 999));
		assertThat(commands.strlen(keyOf("arrivals"))).isEqualTo(8 * 1000);
	}

	@Test
	void exchangeWhenAppIsAnotherThenIsCountedAlone() {
		RedisKeys other = new RedisKeys("feishu", URI.create("https://open.feishu.cn"), "cli_2");
		send(this.exchange, request("a", 4));

		assertThat(send(connection.exchange(other, Duration.ofSeconds(5)), request("a", 4)).targets().get(0).openings())
			.hasSize(4);
	}

	/** Leaves something in each key. */
	private void fill() {
		send(this.exchange, request("a", 2));
		send(this.exchange, request(report(CHAT, 0, Duration.ZERO)));
		for (RefusalScope scope : RefusalScope.values()) {
			send(this.exchange, request("a", List.of(new Refusal(scope, CHAT, Duration.ZERO, false))));
		}
		SlotGrants probe = send(this.exchange, request("a", 1));
		assertThat(probe.targets().get(0).probe()).isTrue();
	}

	private static String keyOf(String part) {
		return "feishu:{https://open.feishu.cn|cli_1}:limit:ephemeral.send:" + part;
	}

	private static SlotGrants send(SlotExchange exchange, SlotRequest request) {
		SlotGrants grants = exchange.exchange(request).block();
		assertThat(grants).isNotNull();
		return grants;
	}

	private static TargetReport report(String target, int wanted, Duration... arrivals) {
		return new TargetReport(target, wanted, 0, 0, 0, List.of(arrivals), null);
	}

	static SlotRequest request(String instance, int wanted) {
		return request(new Instance(instance, List.of(), null, Duration.ZERO), wanted);
	}

	/** Lets the instance keep its slots even if it is silent. */
	private static SlotRequest lasting(SlotRequest request) {
		return new SlotRequest(request.limits(), request.tenant(), request.instance(), LASTING, request.targets(),
				request.refusals(), request.fastest());
	}

	private static SlotRequest request(Instance instance, int wanted) {
		return request(null, instance, List.of(report(CHAT, wanted)), List.of());
	}

	private static SlotRequest request(TargetReport report) {
		return request(null, new Instance("a", List.of(), null, Duration.ZERO), List.of(report), List.of());
	}

	private static SlotRequest request(String instance, List<Refusal> refusals) {
		return request(null, new Instance(instance, List.of(), null, Duration.ZERO), List.of(), refusals);
	}

	static SlotRequest request(@Nullable TenantKey tenant, Instance instance, List<TargetReport> reports,
			List<Refusal> refusals) {
		OperationLimits limits = new OperationLimits("ephemeral.send",
				List.of(RateWindow.perSecond(50), RateWindow.perMinute(1000)), List.of(RateWindow.perSecond(4)));
		return new SlotRequest(limits, tenant, instance, TERMS, reports, refusals, null);
	}

}
