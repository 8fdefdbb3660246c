package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.exchange.SlotGrants.RecentCalls;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import io.ephemeral.feishu.limit.window.Gate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FleetViewTests {

	private static final SlotScope SCOPE = new SlotScope(
			new OperationLimits("small", List.of(RateWindow.perSecond(4)), List.of()), null, new Gate());

	private final FleetView view = new FleetView();

	@Test
	void partWhenNothingIsKnownThenIsEmpty() {
		assertThat(this.view.part(4)).isEmpty();
		assertThat(this.view.instances()).isOne();
	}

	@Test
	void partWhenOthersCalledThenIsRoundedUpAndFromTheLast() {
		this.view.learn(fleet(null), 1000);

		assertThat(this.view.part(4)).containsExactly(990L, 990L, 900L);
		assertThat(this.view.part(1)).hasSize(10);
	}

	@Test
	void aloneWhenCallsLeftTheWindowThenDoesNotWaitForThem() {
		this.view.learn(fleet(null), 1000);
		long now = Duration.ofSeconds(2).toNanos();
		ArrivalLog log = new ArrivalLog(now, 0);
		log.add("chat", 2000, 2000);

		assertThat(this.view.alone(SCOPE, 0, log, 4, now).mayGo(now)).isTrue();
		assertThat(this.view.alone(SCOPE, 0, log, 4, 3000).mayGo(3000)).isFalse();
	}

	@Test
	void learnWhenGateIsClosedForLongThenReportsItOnce() {
		GateState closed = new GateState(Duration.ofSeconds(50), Duration.ofSeconds(20));

		assertThat(this.view.learn(fleet(closed), 0)).isEqualTo(RefusalScope.OPERATION);
		assertThat(this.view.learn(fleet(closed), 0)).isNull();
		assertThat(this.view.gate().until()).isEqualTo(Duration.ofSeconds(20).toNanos());
	}

	private static Fleet fleet(@Nullable GateState gate) {
		return new Fleet(Duration.ZERO, 0, 3, new RecentCalls(List.of(Duration.ofNanos(10), Duration.ofNanos(100)), 5),
				gate, null, null);
	}

}
