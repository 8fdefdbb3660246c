package io.ephemeral.feishu.redis;

import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.auth.AppCredentials;
import io.lettuce.core.api.sync.RedisCommands;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * One server for all tests that leave it as it is. It ends with the process.
 */
final class SharedRedis {

	static final AppCredentials CREDENTIALS = new AppCredentials("cli_1", "secret-of-the-app");

	private static final RedisConnection CONNECTION = RedisConnection.of(RedisServer.start());

	private static final RedisCommands<String, String> COMMANDS = CONNECTION.commands();

	private SharedRedis() {
	}

	/** Returns the template of an empty Redis. */
	static ReactiveStringRedisTemplate empty() {
		COMMANDS.flushall();
		return CONNECTION.template();
	}

	static RedisCommands<String, String> commands() {
		return COMMANDS;
	}

	/** Returns all keys, and all values of all types. */
	static List<String> everything() {
		List<String> all = new ArrayList<>();
		for (String key : COMMANDS.keys("*")) {
			all.add(key);
			switch (COMMANDS.type(key)) {
				case "string" -> all.add(COMMANDS.get(key));
				case "hash" -> COMMANDS.hgetall(key).forEach((field, value) -> all.add(field + "=" + value));
				case "zset" -> all.addAll(COMMANDS.zrange(key, 0, -1));
				default -> throw new IllegalStateException(key + " has an unknown type");
			}
		}
		return all;
	}

}
