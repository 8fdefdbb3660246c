package io.ephemeral.feishu.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * The exchange over a cluster, with Sentinel, and over TLS.
 */
class RedisTopologyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final int SLOTS = 16_384;

	@Test
	void exchangeWhenRedisIsAClusterThenEachTenantIsOnOneNode() {
		try (RedisServer first = node(); RedisServer second = node(); RedisServer third = node()) {
			List<RedisServer> nodes = List.of(first, second, third);
			join(nodes);
			try (RedisConnection connection = new RedisConnection(
					new RedisClusterConfiguration(List.of("127.0.0.1:" + first.port())),
					LettuceClientConfiguration.defaultConfiguration())) {
				SlotExchange exchange = connection.exchange();
				for (int tenant = 0; tenant < 12; tenant++) {
					assertThat(openings(exchange, "t" + tenant, "a")).isEqualTo(4);
					assertThat(openings(exchange, "t" + tenant, "b")).isZero();
				}
			}
			assertThat(nodes).allSatisfy((node) -> assertThat(keys(node)).isPositive());
		}
	}

	@Test
	void exchangeWhenSentinelReplacesTheMasterThenContinues() {
		try (RedisServer master = RedisServer.start("--repl-diskless-sync-delay", "0");
				RedisServer replica = RedisServer.start("--replicaof", "127.0.0.1", Integer.toString(master.port()))) {
			awaitReplica(master);
			try (RedisServer sentinel = RedisServer.sentinel(master); RedisConnection connection = over(sentinel)) {
				awaitKnownReplica(sentinel);
				SlotExchange exchange = connection.exchange();
				assertThat(openings(exchange, "t", "a")).isEqualTo(4);
				master.kill();

				await().ignoreExceptions().atMost(PATIENCE).until(() -> openings(exchange, "t", "b") == 4);
				assertThat(keys(replica)).isPositive();
			}
		}
	}

	@Test
	void exchangeWhenRedisUsesTlsThenIsEncrypted(@TempDir Path folder) throws IOException {
		assumeThat(RedisServer.hasTls()).as("redis-server has TLS").isTrue();
		ServerCertificate certificate = ServerCertificate.create(folder);
		int port = RedisServer.freePort();
		try (RedisServer server = RedisServer.start("--tls-port", Integer.toString(port), "--tls-auth-clients", "no",
				"--tls-cert-file", certificate.certificate().toString(), "--tls-key-file",
				certificate.key().toString());
				RedisConnection connection = new RedisConnection(new RedisStandaloneConfiguration("127.0.0.1", port),
						trusting(certificate))) {
			assertThat(openings(connection.exchange(), "t", "a")).isEqualTo(4);
			assertThat(keys(server)).isPositive();
		}
	}

	private static RedisServer node() {
		return RedisServer.start("--cluster-enabled", "yes");
	}

	private static void join(List<RedisServer> nodes) {
		int part = SLOTS / nodes.size() + 1;
		for (int node = 0; node < nodes.size(); node++) {
			try (RedisConnection connection = RedisConnection.of(nodes.get(node))) {
				RedisCommands<String, String> commands = connection.commands();
				commands.clusterAddSlots(IntStream.range(node * part, Math.min(SLOTS, (node + 1) * part)).toArray());
				nodes.forEach((other) -> commands.clusterMeet("127.0.0.1", other.port()));
			}
		}
		for (RedisServer node : nodes) {
			try (RedisConnection connection = RedisConnection.of(node)) {
				RedisCommands<String, String> commands = connection.commands();
				await().atMost(PATIENCE)
					.until(() -> commands.clusterInfo().contains("cluster_state:ok")
							&& commands.clusterInfo().contains("cluster_known_nodes:" + nodes.size()));
			}
		}
	}

	private static void awaitReplica(RedisServer master) {
		try (RedisConnection connection = RedisConnection.of(master)) {
			RedisCommands<String, String> commands = connection.commands();
			await().atMost(PATIENCE).until(() -> commands.info("replication").contains("state=online"));
		}
	}

	private static void awaitKnownReplica(RedisServer sentinel) {
		try (RedisConnection connection = RedisConnection.of(sentinel)) {
			RedisCommands<String, String> commands = connection.commands();
			await().atMost(PATIENCE).until(() -> commands.info("sentinel").contains("status=ok,address="));
			await().atMost(PATIENCE).until(() -> commands.info("sentinel").contains("slaves=1"));
		}
	}

	private static RedisConnection over(RedisServer sentinel) {
		return new RedisConnection(
				new RedisSentinelConfiguration().master(RedisServer.MASTER).sentinel("127.0.0.1", sentinel.port()),
				LettuceClientConfiguration.defaultConfiguration());
	}

	private static LettuceClientConfiguration trusting(ServerCertificate certificate) {
		SslOptions trust = SslOptions.builder().trustManager(certificate.certificate().toFile()).build();
		return LettuceClientConfiguration.builder()
			.clientOptions(ClientOptions.builder().sslOptions(trust).build())
			.useSsl()
			.build();
	}

	private static long keys(RedisServer server) {
		try (RedisConnection connection = RedisConnection.of(server)) {
			return connection.commands().dbsize();
		}
	}

	private static int openings(SlotExchange exchange, String tenant, String instance) {
		SlotRequest request = RedisSlotExchangeTests.request(new TenantKey(tenant),
				new Instance(instance, List.of(), null, Duration.ZERO),
				List.of(new TargetReport("chat", 4, 0, 0, 0, List.of(), null)), List.of());
		SlotGrants grants = exchange.exchange(request).block();
		assertThat(grants).isNotNull();
		return grants.targets().get(0).openings().size();
	}

}
