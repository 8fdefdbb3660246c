package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MinuteBudgetTests {

	private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);

	private final MinuteBudget budget = new MinuteBudget(2, this.time::get);

	@Test
	void takeWhenUsedUpThenIsRefusedUntilTheMinuteIsOver() {
		assertThat(this.budget.take()).isTrue();
		assertThat(this.budget.take()).isTrue();
		assertThat(this.budget.take()).isFalse();

		this.time.addAndGet(Duration.ofSeconds(59).toNanos());
		assertThat(this.budget.take()).isFalse();

		this.time.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(this.budget.take()).isTrue();
	}

}
