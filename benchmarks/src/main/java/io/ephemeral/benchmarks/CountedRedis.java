package io.ephemeral.benchmarks;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.lettuce.core.RedisClient;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Connection to Redis that is open from the start, as in a running application. It counts
 * its commands, without those inside of scripts.
 */
final class CountedRedis implements AutoCloseable {

	/** As the documentation recommends; the delay of Lettuce grows up to 30 s. */
	private static final Delay LONGEST_RECONNECT_DELAY = Delay.exponential(Duration.ZERO, Duration.ofMillis(500), 2,
			TimeUnit.MILLISECONDS);

	private final Counter counter = new Counter();

	private final ClientResources resources = ClientResources.builder()
		.commandLatencyRecorder(this.counter)
		.reconnectDelay(LONGEST_RECONNECT_DELAY)
		.build();

	private final LettuceConnectionFactory connections;

	private final ReactiveStringRedisTemplate template;

	CountedRedis(int port) {
		this.connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port),
				LettuceClientConfiguration.builder().clientResources(this.resources).build());
		this.connections.setEagerInitialization(true);
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.template = new ReactiveStringRedisTemplate(this.connections);
	}

	ReactiveStringRedisTemplate template() {
		return this.template;
	}

	RedisClient client() {
		return (RedisClient) this.connections.getRequiredNativeClient();
	}

	/** Returns the number of commands that have an answer. */
	long commands() {
		return this.counter.commands.get();
	}

	@Override
	public void close() {
		this.connections.destroy();
		this.resources.shutdown(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
	}

	private static final class Counter implements CommandLatencyRecorder {

		private final AtomicLong commands = new AtomicLong();

		@Override
		public void recordCommandLatency(SocketAddress local, SocketAddress remote, ProtocolKeyword command,
				long firstResponse, long completion) {
			this.commands.incrementAndGet();
		}

	}

}
