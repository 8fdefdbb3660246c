package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.rate.LimitUse.WindowUse;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTests {

	private static final RateWindow SHORT = new RateWindow(1, Duration.ofNanos(10));

	private static final RateWindow LONG = new RateWindow(2, Duration.ofNanos(100));

	private final Windows windows = new Windows(List.of(SHORT, LONG), 1);

	@Test
	void hasRoomWhenOneWindowIsFullThenNoneHasRoom() {
		arrive(0);

		assertThat(this.windows.hasRoom(10)).isFalse();
		assertThat(this.windows.hasRoom(11)).isTrue();
		assertThat(this.windows.use(11)).containsExactly(new WindowUse(SHORT, 0), new WindowUse(LONG, 1));
	}

	@Test
	void opensWhenSeveralAreFullThenWaitsForTheLast() {
		arrive(0);
		arrive(20);

		assertThat(this.windows.opens(21)).isEqualTo(101);
		this.windows.hold();
		assertThat(this.windows.opens(101)).isEqualTo(SlidingWindow.UNKNOWN);
	}

	@Test
	void giveBackWhenCallDidNotLeaveThenAllHaveRoomAgain() {
		this.windows.hold();
		assertThat(this.windows.hasRoom(0)).isFalse();

		this.windows.giveBack();

		assertThat(this.windows.hasRoom(0)).isTrue();
		assertThat(this.windows.isEmpty(0)).isTrue();
	}

	@Test
	void extendWhenWindowIsFullThenNamesTheSlowest() {
		arrive(0);
		arrive(20);

		assertThat(this.windows.extend(ExpectedWait.NONE, 0, " for the app", 30))
			.isEqualTo(new ExpectedWait(71, LONG + " for the app"));
	}

	private void arrive(long instant) {
		this.windows.hold();
		this.windows.arrived(instant);
	}

}
