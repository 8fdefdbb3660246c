package io.ephemeral.feishu.redis;

import java.net.URI;
import java.time.Duration;

import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Connection of one instance of the application to Redis.
 */
final class RedisConnection implements AutoCloseable {

	static final RedisKeys KEYS = new RedisKeys("feishu", URI.create("https://open.feishu.cn"), "cli_1");

	/** The default of the client, far longer than the half second of the limiter. */
	static final Duration TIMEOUT = Duration.ofMinutes(1);

	private final LettuceConnectionFactory connections;

	private final ReactiveStringRedisTemplate template;

	RedisConnection(RedisConfiguration configuration, LettuceClientConfiguration client) {
		this.connections = new LettuceConnectionFactory(configuration, client);
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.template = new ReactiveStringRedisTemplate(this.connections);
	}

	static RedisConnection of(RedisServer server) {
		return new RedisConnection(new RedisStandaloneConfiguration("127.0.0.1", server.port()),
				LettuceClientConfiguration.defaultConfiguration());
	}

	ReactiveStringRedisTemplate template() {
		return this.template;
	}

	RedisSlotExchange exchange() {
		return exchange(KEYS, TIMEOUT);
	}

	RedisSlotExchange exchange(RedisKeys keys, Duration timeout) {
		return new RedisSlotExchange(this.template, keys, timeout);
	}

	/** Creates an exchange with a clock of its own. */
	SlotExchange exchange(long micros) {
		String clock = "{ " + micros / 1_000_000 + ", " + micros % 1_000_000 + " }";
		return new RedisSlotExchange(this.template, KEYS, TIMEOUT,
				RedisSlotExchange.scriptText().replace("redis.call('TIME')", clock));
	}

	/** Returns the commands of the server itself. */
	RedisCommands<String, String> commands() {
		return ((RedisClient) this.connections.getRequiredNativeClient()).connect().sync();
	}

	@Override
	public void close() {
		this.connections.destroy();
	}

}
