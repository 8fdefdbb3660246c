package io.ephemeral.feishu.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Scripts and commands that run in Redis. The first one opens the connection, on a thread
 * that may block.
 */
final class RedisScripts {

	private final ReactiveStringRedisTemplate redis;

	private final Mono<Boolean> connected;

	RedisScripts(ReactiveStringRedisTemplate redis) {
		this.redis = redis;
		this.connected = connect(redis.getConnectionFactory());
	}

	/** Opens the shared connection once. All calls wait for the same attempt. */
	private static Mono<Boolean> connect(ReactiveRedisConnectionFactory connections) {
		return Mono
			.usingWhen(Mono.fromSupplier(connections::getReactiveConnection), (connection) -> Mono.just(true),
					ReactiveRedisConnection::closeLater)
			.subscribeOn(Schedulers.boundedElastic())
			.cache((connected) -> Duration.ofMillis(Long.MAX_VALUE), (error) -> Duration.ZERO, () -> Duration.ZERO);
	}

	/**
	 * Runs a script on each subscription.
	 * @param keys keys that the script uses
	 * @param arguments arguments of the script
	 * @return what the script returns
	 */
	<T> Flux<T> run(RedisScript<T> script, List<String> keys, List<String> arguments) {
		return this.connected.thenMany(Flux.defer(() -> this.redis.execute(script, keys, arguments)));
	}

	/**
	 * Runs commands on each subscription.
	 * @param commands function from the template to the result
	 * @return the result
	 */
	<T> Mono<T> run(Function<ReactiveStringRedisTemplate, Mono<T>> commands) {
		return this.connected.then(Mono.defer(() -> commands.apply(this.redis)));
	}

	/** Reads the text of a script beside this class. */
	static String text(String name) {
		try {
			return new ClassPathResource(name, RedisScripts.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Loads a script beside this class. */
	static <T> RedisScript<T> load(String name, Class<T> result) {
		return RedisScript.of(text(name), result);
	}

}
