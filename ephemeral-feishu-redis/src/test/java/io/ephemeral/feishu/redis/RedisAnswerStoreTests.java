package io.ephemeral.feishu.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.AnswerStoreContract;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static io.ephemeral.feishu.redis.SharedRedis.CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

class RedisAnswerStoreTests extends AnswerStoreContract {

	private static final AnswerClaim CLAIM = new AnswerClaim("c".repeat(64), "first");

	private static final Duration HOUR = Duration.ofHours(1);

	private static final byte[] CARD = "{\"card\":\"private words\"}".getBytes(StandardCharsets.UTF_8);

	private AnswerStore store;

	@BeforeEach
	void create() {
		this.store = new RedisAnswerStore(SharedRedis.empty(), RedisConnection.KEYS, CREDENTIALS);
	}

	@Override
	protected AnswerStore store() {
		return this.store;
	}

	@Override
	protected void pass(Duration time) {
		Mono.delay(time).block();
	}

	@Test
	void keepThenNothingIsInTheClear() {
		this.store.keep(CLAIM, CARD, HOUR).block();

		assertThat(SharedRedis.everything()).hasSize(2)
			.noneMatch((text) -> text.contains("private") || text.contains("secret-of-the-app"));
	}

	@Test
	void beginWhenAnswerIsDamagedThenOnlyTheFactIsLeft() {
		this.store.keep(CLAIM, CARD, HOUR).block();
		SharedRedis.commands().set(SharedRedis.commands().keys("*").get(0), "answer:damaged!");

		assertThat(((Done) this.store.begin(CLAIM, HOUR).block()).answer()).asString().isEqualTo("{}");
	}

	@Test
	void beginWhenSecretWasChangedThenOnlyTheFactIsLeft() {
		AnswerStore changed = new RedisAnswerStore(SharedRedis.empty(), RedisConnection.KEYS,
				new AppCredentials("cli_1", "another-secret"));
		this.store.keep(CLAIM, CARD, HOUR).block();

		assertThat(((Done) changed.begin(CLAIM, HOUR).block()).answer()).asString().isEqualTo("{}");
	}

}
