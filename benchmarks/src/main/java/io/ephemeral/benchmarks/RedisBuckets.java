package io.ephemeral.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import reactor.core.publisher.Mono;

/**
 * Pacer with token buckets in Redis for the chat and the app. A call that gets no token
 * tries again after the wait that its bucket requires.
 */
final class RedisBuckets implements Pacer {

	private static final BucketConfiguration CHAT = BucketConfiguration.builder()
		.addLimit(Bandwidth.builder().capacity(40).refillGreedy(40, SECOND).build())
		.build();

	private static final BucketConfiguration APP = BucketConfiguration.builder()
		.addLimit(Bandwidth.builder().capacity(50).refillGreedy(50, SECOND).build())
		.addLimit(Bandwidth.builder().capacity(1000).refillGreedy(1000, MINUTE).build())
		.build();

	private final AsyncProxyManager<byte[]> buckets;

	private final String app;

	RedisBuckets(RedisClient client, String app) {
		this.buckets = Bucket4jLettuce.casBasedBuilder(client)
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
			.build()
			.asAsync();
		this.app = app;
	}

	@Override
	public Mono<Boolean> pace(String chat, Mono<Boolean> call) {
		return consume(this.app + " " + chat, CHAT).then(consume(this.app, APP)).then(call);
	}

	private Mono<Void> consume(String key, BucketConfiguration limits) {
		return Mono.fromFuture(() -> probe(key, limits))
			.flatMap((probe) -> probe.isConsumed() ? Mono.empty()
					: Mono.delay(Duration.ofNanos(probe.getNanosToWaitForRefill())).then(consume(key, limits)));
	}

	private CompletableFuture<ConsumptionProbe> probe(String key, BucketConfiguration limits) {
		return this.buckets
			.getProxy(key.getBytes(StandardCharsets.UTF_8), () -> CompletableFuture.completedFuture(limits))
			.tryConsumeAndReturnRemaining(1);
	}

}
