package io.ephemeral.feishu.limit;

import java.time.Duration;

import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownGateTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final KnownGate gate = new KnownGate();

	@Test
	void describeWhenWaitIsOverThenGateIsOpen() {
		this.gate.learn(new GateState(Duration.ofSeconds(1), Duration.ofSeconds(3)), 10 * SECOND);

		assertThat(describe(13 * SECOND - 1)).isTrue();
		assertThat(describe(13 * SECOND)).isFalse();
	}

	@Test
	void describeWhenProbeIsUnderWayThenGateIsClosedUntilTheNextAnswer() {
		this.gate.learn(new GateState(Duration.ofSeconds(4), Duration.ZERO), 10 * SECOND);
		assertThat(describe(11 * SECOND)).isTrue();

		this.gate.learn(null, 12 * SECOND);
		assertThat(describe(12 * SECOND)).isFalse();
	}

	private boolean describe(long now) {
		return this.gate.describe("small", null, RefusalScope.OPERATION, now).findAny().isPresent();
	}

}
