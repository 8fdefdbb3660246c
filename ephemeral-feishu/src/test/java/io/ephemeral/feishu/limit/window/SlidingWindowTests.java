package io.ephemeral.feishu.limit.window;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.rate.RateWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlidingWindowTests {

	/** A hundred nanoseconds, and ten of headroom. */
	private final SlidingWindow window = new SlidingWindow(new RateWindow(3, Duration.ofNanos(100)), 10);

	@BeforeEach
	void callsArriveAtOneTwoAndThree() {
		for (long arrival = 1; arrival <= 3; arrival++) {
			this.window.hold();
			this.window.arrived(arrival);
		}
	}

	@Test
	void hasRoomWhenLengthIsOverThenOldestCallStopsCounting() {
		assertThat(this.window.hasRoom(110)).isFalse();
		assertThat(this.window.hasRoom(111)).isTrue();
		assertThat(this.window.used(111)).isEqualTo(2);
		assertThat(this.window.used(113)).isZero();
	}

	@Test
	void hasRoomWhenCallIsUnderWayThenItCounts() {
		this.window.hold();

		assertThat(this.window.used(113)).isOne();
		assertThat(this.window.isEmpty(113)).isFalse();

		this.window.giveBack();

		assertThat(this.window.isEmpty(113)).isTrue();
	}

	@Test
	void opensWhenFullThenTellsWhenOldestCallStopsCounting() {
		assertThat(this.window.opens(50)).isEqualTo(111);
		assertThat(this.window.opens(111)).isEqualTo(111);
	}

	@Test
	void opensWhenAllCallsAreUnderWayThenIsUnknown() {
		SlidingWindow window = new SlidingWindow(RateWindow.perSecond(1), 0);
		window.hold();

		assertThat(window.opens(50)).isEqualTo(SlidingWindow.UNKNOWN);
	}

	@Test
	void opensBehindWhenOthersWaitThenEachTakesTheNextSlot() {
		assertThat(this.window.opensBehind(0, 50)).isEqualTo(111);
		assertThat(this.window.opensBehind(2, 50)).isEqualTo(113);
		assertThat(this.window.opensBehind(3, 50)).isEqualTo(111 + 110);
		assertThat(this.window.opensBehind(8, 50)).isEqualTo(113 + 220);
	}

	@Test
	void opensBehindWhenThereIsRoomThenOnlyLaterOnesWait() {
		assertThat(this.window.opensBehind(0, 112)).isEqualTo(112);
		assertThat(this.window.opensBehind(1, 112)).isEqualTo(112);
		assertThat(this.window.opensBehind(2, 112)).isEqualTo(113);
	}

	@Test
	void opensBehindWhenCallsAreUnderWayThenAssumesThatTheyArriveNow() {
		this.window.hold();

		assertThat(this.window.opensBehind(1, 112)).isEqualTo(113);
		assertThat(this.window.opensBehind(2, 112)).isEqualTo(112 + 110);
	}

	@Test
	void arrivedWhenMoreCallsArriveThanTheLimitThenTheLastOnesCount() {
		for (long arrival = 4; arrival <= 5; arrival++) {
			this.window.hold();
			this.window.arrived(arrival);
		}

		assertThat(this.window.opens(50)).isEqualTo(113);
		assertThat(this.window.used(115)).isZero();
	}

	@Test
	void arrivedWhenRingIsFullThenGrowsInOrder() {
		SlidingWindow window = new SlidingWindow(new RateWindow(10, Duration.ofNanos(100)), 0);
		for (long call = 0; call < 25; call++) {
			assertThat(window.hasRoom(10 * call)).isTrue();
			window.hold();
			window.arrived(10 * call);
		}

		assertThat(window.hasRoom(249)).isFalse();
		assertThat(window.used(250)).isEqualTo(9);
		assertThat(window.used(300)).isEqualTo(4);
	}

	@Test
	void longestWhenThereIsNoWindowThenIsZero() {
		assertThat(SlidingWindow.longest(List.of(), 1)).isZero();
		assertThat(SlidingWindow
			.longest(List.of(new RateWindow(3, Duration.ofNanos(100)), new RateWindow(2, Duration.ofNanos(10))), 1))
			.isEqualTo(101);
	}

}
