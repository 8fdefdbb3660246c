package io.ephemeral.feishu.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.auth.SecretSeal;
import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.callback.answer.Answered.Mine;
import io.ephemeral.feishu.callback.answer.Answered.Theirs;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Store of answers to callbacks in Redis. Answers are sealed with the app secret and
 * removed after their retention. An answer that was sealed with another secret, or that
 * was damaged, counts as the mere fact that the callback was handled. While Redis is
 * unavailable, each instance handles what it receives.
 */
public final class RedisAnswerStore implements AnswerStore {

	private static final RedisScript<String> BEGIN = RedisScripts.load("answer-begin.lua", String.class);

	private static final RedisScript<Long> GIVE_UP = RedisScripts.load("answer-give-up.lua", Long.class);

	private static final String CLAIM = "claim:";

	private static final String ANSWER = "answer:";

	private static final byte[] FACT = "{}".getBytes(StandardCharsets.UTF_8);

	private final RedisScripts redis;

	private final RedisKeys keys;

	private final SecretSeal seal;

	/**
	 * Creates a store.
	 * @param redis template with the connection to Redis
	 * @param keys names of the keys of the app
	 * @param credentials id and secret of the app
	 */
	public RedisAnswerStore(ReactiveStringRedisTemplate redis, RedisKeys keys, CredentialsSupplier credentials) {
		this.redis = new RedisScripts(redis);
		this.keys = keys;
		this.seal = new SecretSeal(credentials, "answers");
	}

	@Override
	public Mono<Answered> begin(AnswerClaim claim, Duration lease) {
		return this.redis.run(BEGIN, List.of(place(claim)), List.of(claim.owner(), Long.toString(lease.toMillis())))
			.next()
			.flatMap((stored) -> stored.startsWith(CLAIM) ? Mono.just(new Theirs()) : open(claim, stored))
			.defaultIfEmpty(new Mine());
	}

	@Override
	public Mono<Void> keep(AnswerClaim claim, byte[] answer, Duration retention) {
		return seal(claim, answer)
			.flatMap((sealed) -> this.redis
				.run((commands) -> commands.opsForValue().set(place(claim), ANSWER + sealed, retention)))
			.then();
	}

	@Override
	public Mono<Void> giveUp(AnswerClaim claim) {
		return this.redis.run(GIVE_UP, List.of(place(claim)), List.of(claim.owner())).then();
	}

	/** Seals an answer. A fact needs no seal, and remains if there is no secret. */
	private Mono<String> seal(AnswerClaim claim, byte[] answer) {
		return Arrays.equals(answer, FACT) ? Mono.just("")
				: this.seal.seal(place(claim), answer).map(SealedText::of).onErrorReturn("");
	}

	private Mono<Answered> open(AnswerClaim claim, String stored) {
		byte[] sealed = SealedText.bytes(stored.substring(ANSWER.length()));
		return this.seal.open(place(claim), sealed).onErrorComplete().defaultIfEmpty(FACT).map(Done::new);
	}

	private String place(AnswerClaim claim) {
		return this.keys.key(null, "answer", claim.id());
	}

}
