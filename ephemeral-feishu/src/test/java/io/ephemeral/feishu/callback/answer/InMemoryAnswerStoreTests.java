package io.ephemeral.feishu.callback.answer;

import java.time.Duration;

import io.ephemeral.feishu.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryAnswerStoreTests extends AnswerStoreContract {

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final InMemoryAnswerStore store = new InMemoryAnswerStore();

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
	}

	@Override
	protected AnswerStore store() {
		return this.store;
	}

	@Override
	protected void pass(Duration time) {
		this.time.advanceTimeBy(time);
	}

	@Test
	void memoryWhenAnswersHaveEndedThenIsFreed() {
		for (int id = 0; id < 100; id++) {
			this.store.keep(new AnswerClaim("id-" + id, "owner"), new byte[10], Duration.ofSeconds(1)).block();
		}
		pass(Duration.ofMinutes(2));
		this.store.begin(new AnswerClaim("id-100", "owner"), Duration.ofSeconds(10)).block();

		assertThat(this.store.count()).isEqualTo(1);
	}

}
