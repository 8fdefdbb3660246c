package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitPolicyTests {

	private static final RateLimitPolicy STANDARD = RateLimitPolicy.standard();

	@Test
	void policyWhenOneValueIsSetThenKeepsTheOthers() {
		RateLimitPolicy policy = STANDARD.maxWait(Duration.ofSeconds(1))
			.maxWaiting(2)
			.instances(3)
			.headroom(Duration.ofMillis(4));

		assertThat(policy)
			.isEqualTo(new RateLimitPolicy(Duration.ofSeconds(1), 2, 3, Duration.ofMillis(4), Duration.ofHours(1)));
	}

	@Test
	void policyWhenValueIsOutOfRangeThenNamesIt() {
		Duration negative = Duration.ofNanos(-1);

		assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.maxWait(negative))
			.withMessageContaining("maxWait");
		assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.maxWaiting(-1))
			.withMessageContaining("maxWaiting");
		assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.instances(0)).withMessageContaining("instances");
		assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.headroom(negative))
			.withMessageContaining("headroom");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RateLimitPolicy(Duration.ZERO, 0, 1, Duration.ZERO, negative))
			.withMessageContaining("quotaPause");
	}

	@Test
	void policyWhenValueIsAtTheBoundThenTakesIt() {
		assertThat(new RateLimitPolicy(Duration.ZERO, 0, 1, Duration.ZERO, Duration.ZERO).maxWaiting()).isZero();
	}

}
