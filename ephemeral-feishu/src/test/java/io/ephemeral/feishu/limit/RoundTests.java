package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.Gate;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTests {

	private final SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(RateLimitPolicy.standard(),
			new RateLimits(Map.of(), List.of()), VirtualTimeScheduler::create);

	private final CountedSlots slots = new CountedSlots(
			new SlotScope(new OperationLimits("x", List.of(), List.of(new RateWindow(1, Duration.ofNanos(100)))), null,
					new Gate()),
			0, 0);

	private final Round round = new Round();

	private final TargetQueue first = new TargetQueue(1, this.slots.target("first"));

	private final TargetQueue second = new TargetQueue(2, this.slots.target("second"));

	@Test
	void nextWhenTargetHadItsTurnThenOtherTargetIsNext() {
		Turn one = wait(this.first, CallPriority.INTERACTIVE);
		wait(this.first, CallPriority.INTERACTIVE);
		Turn other = wait(this.second, CallPriority.INTERACTIVE);

		assertThat(this.round.next(0)).isSameAs(one);
		this.first.remove(one);
		this.round.leave(this.first, CallPriority.INTERACTIVE);
		this.round.moveToEnd(this.first, CallPriority.INTERACTIVE);
		assertThat(this.round.next(0)).isSameAs(other);
	}

	@Test
	void nextWhenBothPrioritiesWaitThenOneOfTenIsBulk() {
		wait(this.first, CallPriority.INTERACTIVE);
		wait(this.second, CallPriority.BULK);

		List<@Nullable CallPriority> order = new ArrayList<>();
		for (int call = 0; call < 20; call++) {
			Turn next = this.round.next(0);
			order.add((next != null) ? next.request().priority() : null);
		}

		assertThat(order).filteredOn(CallPriority.BULK::equals).hasSize(2);
		assertThat(order.indexOf(CallPriority.BULK)).isEqualTo(9);
	}

	@Test
	void resumeWhenBlockedTargetOpensThenItsCallIsNext() {
		fill(this.first, 50);
		Turn turn = wait(this.first, CallPriority.INTERACTIVE);

		assertThat(this.round.next(60)).isNull();
		assertThat(this.round.opens(60)).isEqualTo(150);
		this.round.resume(150);
		assertThat(this.round.next(150)).isSameAs(turn);
	}

	@Test
	void opensWhenCallUnderWayMustEndThenIsUnknownUntilThen() {
		Turn underWay = wait(this.first, CallPriority.INTERACTIVE);
		this.first.remove(underWay);
		this.first.slots().take(underWay);
		Turn turn = wait(this.first, CallPriority.INTERACTIVE);

		assertThat(this.round.next(0)).isNull();
		assertThat(this.round.opens(0)).isEqualTo(SlidingWindow.UNKNOWN);
		this.first.slots().giveBack(underWay);
		this.round.rejoin(this.first);
		assertThat(this.round.next(0)).isSameAs(turn);
	}

	private void fill(TargetQueue target, long instant) {
		Turn turn = turn(CallPriority.INTERACTIVE);
		target.slots().take(turn);
		target.slots().arrived(turn, false, instant);
	}

	private Turn wait(TargetQueue target, CallPriority priority) {
		Turn turn = turn(priority);
		target.add(turn);
		this.round.join(target);
		return turn;
	}

	private Turn turn(CallPriority priority) {
		Turn[] turn = new Turn[1];
		Mono.<Permit>create(
				(sink) -> turn[0] = new Turn(this.limiter, PermitRequest.of("x", null).priority(priority), sink))
			.subscribe();
		return turn[0];
	}

}
