package io.ephemeral.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;

/**
 * Figures of a Redis server about itself.
 *
 * @param scripts number of script calls by their hash
 * @param scriptMicros time of these calls in microseconds
 * @param memory used memory in bytes
 */
record RedisFigures(long scripts, long scriptMicros, long memory) {

	private static final Pattern SCRIPTS = Pattern.compile("cmdstat_evalsha:calls=(\\d+),usec=(\\d+)");

	private static final Pattern MEMORY = Pattern.compile("used_memory:(\\d+)");

	static RedisFigures read(RedisClient client) {
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			String commands = connection.sync().info("commandstats");
			return new RedisFigures(number(SCRIPTS, 1, commands), number(SCRIPTS, 2, commands),
					number(MEMORY, 1, connection.sync().info("memory")));
		}
	}

	private static long number(Pattern pattern, int group, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Long.parseLong(matcher.group(group)) : 0;
	}

	double microsPerScriptSince(RedisFigures before) {
		return (double) (this.scriptMicros - before.scriptMicros) / (this.scripts - before.scripts);
	}

}
