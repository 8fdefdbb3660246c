package io.ephemeral.feishu.limit;

import java.util.Objects;

import io.ephemeral.feishu.limit.rate.LimitUse;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTests {

	private static final PermitRequest REQUEST = PermitRequest.of("ephemeral.send", "oc_a");

	private final RateLimiter unlimited = RateLimiter.unlimited();

	@Test
	void unlimitedWhenAskedThenLetsEachCallLeaveOnce() {
		Permit permit = permit(this.unlimited);

		assertThat(permit.sent()).isTrue();
		assertThat(permit.sent()).isFalse();
		assertThat(permit(this.unlimited).sent()).isTrue();
	}

	@Test
	void unlimitedWhenPermitIsReleasedThenItIsUsedUp() {
		Permit permit = permit(this.unlimited);
		permit.release();

		assertThat(permit.sent()).isFalse();
	}

	@Test
	void unlimitedWhenPlatformRefusesThenClosesNothing() {
		Permit permit = permit(this.unlimited);
		permit.sent();
		permit.refused(RefusalScope.QUOTA, null);

		assertThat(this.unlimited.closedGates()).isEmpty();
		assertThat(this.unlimited.limits()).isNull();
		assertThat(this.unlimited.use()).isEmpty();
		assertThat(permit(this.unlimited).sent()).isTrue();
	}

	@Test
	void slidingWindowsWhenCreatedThenHaveTheDocumentedLimits() {
		RateLimiter limiter = RateLimiter.slidingWindows(RateLimitPolicy.standard());

		assertThat(limiter.limits()).isEqualTo(RateLimits.standard());
		assertThat(permit(limiter).sent()).isTrue();
		assertThat(limiter.use()).singleElement().extracting(LimitUse::underWay).isEqualTo(1);
	}

	private static Permit permit(RateLimiter limiter) {
		return Objects.requireNonNull(limiter.acquire(REQUEST).block());
	}

}
