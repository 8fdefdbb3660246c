package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final Alarm alarm = new Alarm(this.time);

	private final List<String> actions = new ArrayList<>();

	@Test
	void setWhenEarlierThenReplacesTheLaterTime() {
		this.alarm.set(200, 0, () -> this.actions.add("late"));
		this.alarm.set(100, 0, () -> this.actions.add("early"));
		this.alarm.set(150, 0, () -> this.actions.add("between"));

		this.time.advanceTimeBy(Duration.ofNanos(99));
		assertThat(this.actions).isEmpty();
		this.time.advanceTimeBy(Duration.ofNanos(901));
		assertThat(this.actions).containsExactly("early");
	}

	@Test
	void setWhenStoppedBeforeThenAnyTimeIsAccepted() {
		this.alarm.set(100, 0, () -> this.actions.add("stopped"));
		this.alarm.stop();
		this.alarm.set(200, 0, () -> this.actions.add("later"));
		this.time.advanceTimeBy(Duration.ofNanos(1000));

		assertThat(this.actions).containsExactly("later");
	}

	@Test
	void setWhenTimeIsUnknownThenNothingIsScheduled() {
		this.alarm.set(SlidingWindow.UNKNOWN, 0, () -> this.actions.add("unknown"));
		this.time.advanceTimeBy(Duration.ofDays(365));

		assertThat(this.actions).isEmpty();
		assertThat(this.time.getScheduledTaskCount()).isZero();
	}

}
