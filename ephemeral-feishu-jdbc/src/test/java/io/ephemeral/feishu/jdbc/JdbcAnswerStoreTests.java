package io.ephemeral.feishu.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.AnswerStoreContract;
import io.ephemeral.feishu.callback.answer.Answered;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.callback.answer.Answered.Mine;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcAnswerStoreTests extends AnswerStoreContract {

	private static final AnswerClaim CLAIM = new AnswerClaim("c".repeat(64), "owner");

	private static final String ANSWER = "{\"toast\":{\"content\":\"Approved\"}}";

	private final DataSource database = TestDatabase.h2();

	private final ShiftedClock clock = new ShiftedClock();

	private final AnswerStore store = store(TestCredentials.APP);

	@Override
	protected AnswerStore store() {
		return this.store;
	}

	@Override
	protected void pass(Duration time) {
		this.clock.advance(time);
	}

	@Test
	void keepWhenAnswerHasContentThenIsSecret() {
		keep(this.store, ANSWER);

		byte[] stored = answers().get(0);
		assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Approved", "toast");
		keep(this.store, ANSWER);
		assertThat(answers().get(0)).as("another nonce").isNotEqualTo(stored);
	}

	@Test
	void beginWhenSecretHasChangedThenFactRemains() {
		keep(this.store, ANSWER);

		assertThat(begin(store(new TestCredentials("cli_1", Mono.just("secret-2"))))).isEqualTo("{}");
	}

	@Test
	void beginWhenAnswerWasMovedToAnotherCallbackThenFactRemains() {
		keep(this.store, ANSWER);
		JdbcClient.create(this.database).sql("UPDATE FEISHU_ANSWER SET ID = ?").param("d".repeat(64)).update();

		Answered answered = this.store.begin(new AnswerClaim("d".repeat(64), "owner"), Duration.ofSeconds(10)).block();
		assertThat(((Done) answered).answer()).asString().isEqualTo("{}");
	}

	@Test
	void beginWhenAnswerWasCutThenFactRemains() {
		keep(this.store, ANSWER);
		JdbcClient.create(this.database).sql("UPDATE FEISHU_ANSWER SET ANSWER = ?").param(new byte[5]).update();

		assertThat(begin(this.store)).isEqualTo("{}");
	}

	@Test
	void keepWhenThereIsNoSecretThenFactIsKept() {
		AnswerStore failing = store(new TestCredentials("cli_1", Mono.error(new IllegalStateException())));
		AnswerStore empty = store(new TestCredentials("cli_1", Mono.just("")));

		keep(failing, ANSWER);
		assertThat(begin(this.store)).isEqualTo("{}");
		keep(this.store, ANSWER);
		keep(empty, ANSWER);
		assertThat(begin(this.store)).isEqualTo("{}");
	}

	@Test
	void beginWhenAnswerIsOfAnotherAppThenIsMine() {
		keep(this.store, ANSWER);

		AnswerStore other = store(new TestCredentials("cli_2", Mono.just("secret-1")));
		assertThat(other.begin(CLAIM, Duration.ofSeconds(10)).block()).isEqualTo(new Mine());
	}

	@Test
	void tableWhenAnswersHaveEndedThenIsEmptied() {
		for (int id = 0; id < 10; id++) {
			this.store.begin(new AnswerClaim("id-" + id, "owner"), Duration.ofSeconds(10)).block();
		}
		pass(Duration.ofMinutes(2));
		keep(this.store, ANSWER);

		assertThat(answers()).hasSize(1);
	}

	private AnswerStore store(TestCredentials credentials) {
		return new JdbcAnswerStore(this.database, credentials, this.clock);
	}

	private static void keep(AnswerStore store, String answer) {
		store.keep(CLAIM, answer.getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(10)).block();
	}

	private static String begin(AnswerStore store) {
		Done done = (Done) store.begin(CLAIM, Duration.ofSeconds(10)).blockOptional().orElseThrow();
		return new String(done.answer(), StandardCharsets.UTF_8);
	}

	private List<byte[]> answers() {
		return JdbcClient.create(this.database)
			.sql("SELECT ANSWER FROM FEISHU_ANSWER")
			.query((row, number) -> row.getBytes(1))
			.list();
	}

}
