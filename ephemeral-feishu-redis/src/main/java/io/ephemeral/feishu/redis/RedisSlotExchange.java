package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.limit.exchange.SlotExchange;
import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Terms;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Exchange of slots in Redis, for the instances of one app. Each exchange is one call of
 * a script, so Redis applies it as a whole.
 * <p>
 * Redis has the following keys for each operation in each tenant, all with the same hash
 * tag: the arrivals of the operation, at most twice as many as its largest window has
 * calls; the arrivals of each target that still count; the slots and the waiting calls of
 * each instance; and the gates that refusals closed. The names of targets are hashed. The
 * keys expire three minutes after the last exchange, or later if a window is longer or a
 * gate is closed. The clock is that of Redis.
 * <p>
 * If Redis is unavailable or too slow, an exchange ends with a
 * {@link DataAccessResourceFailureException}, and the limiter continues with its share of
 * the limits. If Redis lost its contents, or if it is a replica without the last
 * exchanges, all instances report what they sent, and the limiter continues after 2.2
 * seconds.
 * <p>
 * Redis 6.2 or later is needed, alone, with Sentinel or as a cluster. Its
 * {@code maxmemory-policy} should be {@code noeviction}. The user of Redis needs the
 * right to run scripts, and the commands of strings, hashes and keys.
 */
public final class RedisSlotExchange implements SlotExchange {

	/** Request without calls, of an operation that has none. */
	private static final SlotRequest EMPTY = new SlotRequest(
			new OperationLimits("connect", List.of(RateWindow.perSecond(1)), List.of()), null,
			new Instance("connect", List.of(), null, Duration.ZERO),
			new Terms(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(3)), List.of(), List.of(), null);

	private final RedisScripts redis;

	private final RedisKeys keys;

	private final Duration timeout;

	private final RedisScript<String> script;

	/**
	 * Creates an exchange. It connects to Redis with the first request, or with
	 * {@link #connect}.
	 * @param redis template with the connection to Redis
	 * @param keys names of the keys of the app
	 * @param timeout maximum wait for the answer of Redis; less than the half second
	 * after which the limiter gives up
	 */
	public RedisSlotExchange(ReactiveStringRedisTemplate redis, RedisKeys keys, Duration timeout) {
		this(redis, keys, timeout, scriptText());
	}

	/**
	 * Creates an exchange with another script, such as one with another clock.
	 */
	RedisSlotExchange(ReactiveStringRedisTemplate redis, RedisKeys keys, Duration timeout, String script) {
		this.redis = new RedisScripts(redis);
		this.keys = keys;
		this.timeout = timeout;
		this.script = RedisScript.of(script, String.class);
	}

	static String scriptText() {
		return RedisScripts.text("exchange.lua");
	}

	/**
	 * Connects to Redis and loads the script, so that the first call does not wait for
	 * that. If Redis is unavailable, the next request tries again.
	 * @return completes when Redis has answered; an error if it does not
	 */
	public Mono<Void> connect() {
		return run(EMPTY).doOnNext(ExchangeAnswer::parse).then();
	}

	@Override
	public Mono<SlotGrants> exchange(SlotRequest request) {
		return Mono.defer(() -> run(request))
			.map((answer) -> ExchangeAnswer.parse(answer).grants(request))
			.timeout(this.timeout)
			.onErrorMap((error) -> failure(request, error));
	}

	private DataAccessResourceFailureException failure(SlotRequest request, Throwable error) {
		String reason = (error instanceof TimeoutException) ? "no response within " + this.timeout.toMillis() + " ms"
				: NestedExceptionUtils.getMostSpecificCause(error).getMessage();
		return new DataAccessResourceFailureException("Redis did not grant slots for " + request.limits().countedAs()
				+ ": " + reason + "; check the connection to Redis", error);
	}

	private Mono<String> run(SlotRequest request) {
		return this.redis
			.run(this.script, keys(request.tenant(), request.limits().countedAs()),
					List.of(ExchangeRequest.of(request).json()))
			.next();
	}

	/** Returns the keys in the order of the script. */
	private List<String> keys(@Nullable TenantKey tenant, String operation) {
		return List.of(key(tenant, operation, "state"), key(tenant, operation, "arrivals"),
				key(tenant, operation, "targets"), key(tenant, operation, "instances"), key(tenant, "quota"));
	}

	private String key(@Nullable TenantKey tenant, String... parts) {
		return this.keys.key((tenant != null) ? tenant.value() : null, "limit", String.join(":", parts));
	}

}
