package io.ephemeral.feishu.redis;

import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class RedisServerTests {

	@Test
	void restartWhenServerWasKilledThenIsEmpty() {
		try (RedisServer server = RedisServer.start()) {
			setValue(server);
			server.kill();
			server.restart();

			assertThat(value(server)).isNull();
		}
	}

	@Test
	void resumeWhenServerHungThenKeepsItsContents() {
		try (RedisServer server = RedisServer.start()) {
			setValue(server);
			server.hang();
			server.resume();

			assertThat(value(server)).isEqualTo("value");
		}
	}

	private static void setValue(RedisServer server) {
		LettuceConnectionFactory connections = connections(server);
		new ReactiveStringRedisTemplate(connections).opsForValue().set("key", "value").block();
		connections.destroy();
	}

	private static String value(RedisServer server) {
		LettuceConnectionFactory connections = connections(server);
		String value = new ReactiveStringRedisTemplate(connections).opsForValue().get("key").block();
		connections.destroy();
		return value;
	}

	private static LettuceConnectionFactory connections(RedisServer server) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", server.port());
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

}
