package io.ephemeral.feishu.limit.window;

import java.time.Duration;

import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GateTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Gate gate = new Gate();

	private final Object call = new Object();

	@Test
	void closeWhenPlatformSaysHowLongThenStaysClosedThatLong() {
		this.gate.close(this.call, Duration.ofSeconds(20), 5 * SECOND);

		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.gate.isClosed(25 * SECOND - 1)).isTrue();
		assertThat(this.gate.opens()).isEqualTo(this.gate.until()).isBetween(25 * SECOND, 27 * SECOND);
		assertThat(this.gate.isClosed(this.gate.until())).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "7, 64", "8, 64", "20, 64" })
	void closeWhenProbesFailThenWaitDoublesUpToSixTimes(int refusals, int seconds) {
		long now = 0;
		for (int refusal = 1; refusal <= refusals; refusal++) {
			now = this.gate.until();
			Object probe = new Object();
			this.gate.goes(probe);
			this.gate.close(probe, null, now);
		}

		assertThat(this.gate.until() - now).isBetween(seconds * SECOND, seconds * SECOND * 11 / 10);
	}

	@Test
	void closeWhenCallsLeftTogetherThenTheirRefusalsCountOnce() {
		this.gate.close(this.call, null, 0);
		this.gate.close(new Object(), null, 0);
		this.gate.close(new Object(), null, 0);

		assertThat(this.gate.until()).isLessThanOrEqualTo(SECOND * 11 / 10);
	}

	@Test
	void closeWhenLaterRefusalAsksForLessThenDoesNotOpenSooner() {
		this.gate.close(this.call, Duration.ofSeconds(30), 0);
		this.gate.close(new Object(), Duration.ofSeconds(1), 0);

		assertThat(this.gate.until()).isGreaterThanOrEqualTo(30 * SECOND);
	}

	@Test
	void closeWhenClosedForMoreThanAMinuteThenSaysSoOnce() {
		assertThat(this.gate.close(this.call, Duration.ofSeconds(50), 0)).isFalse();
		assertThat(this.gate.close(new Object(), Duration.ofSeconds(50), 20 * SECOND)).isTrue();
		assertThat(this.gate.close(new Object(), Duration.ofSeconds(50), 30 * SECOND)).isFalse();
	}

	@Test
	void passedWhenProbeIsAnsweredThenOpens() {
		this.gate.close(new Object(), Duration.ofSeconds(90), 0);
		this.gate.goes(this.call);

		assertThat(this.gate.isClosed(200 * SECOND)).isTrue();
		assertThat(this.gate.opens()).isEqualTo(SlidingWindow.UNKNOWN);

		this.gate.passed(this.call, true);

		assertThat(this.gate.isOpen()).isTrue();
		assertThat(this.gate.isClosed(0)).isFalse();
		assertThat(this.gate.close(new Object(), Duration.ofSeconds(90), 300 * SECOND)).isTrue();
	}

	@Test
	void passedWhenNothingIsKnownOfTheProbeThenAnotherMayGo() {
		this.gate.close(new Object(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);
		this.gate.passed(this.call, false);

		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.gate.isClosed(25 * SECOND)).isFalse();
	}

	@Test
	void passedWhenCallIsNotTheProbeThenStaysClosed() {
		this.gate.close(new Object(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);
		this.gate.passed(new Object(), true);

		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.gate.opens()).isEqualTo(SlidingWindow.UNKNOWN);
	}

	@Test
	void goesWhenGateIsOpenThenCallIsNoProbe() {
		this.gate.goes(this.call);

		assertThat(this.gate.isClosed(0)).isFalse();
		assertThat(this.gate.opens()).isZero();
	}

	@Test
	void describeWhenClosedThenTellsSinceWhenAndHowLong() {
		assertThat(describe(0)).isNull();

		this.gate.close(this.call, Duration.ofSeconds(20), 2 * SECOND);
		ClosedGate closed = describe(5 * SECOND);

		assertThat(closed).isNotNull();
		assertThat(closed.closedFor()).isEqualTo(Duration.ofSeconds(3));
		assertThat(closed.opensIn()).isEqualTo(Duration.ofNanos(this.gate.until() - 5 * SECOND));
		assertThat(closed.lasts()).isFalse();
	}

	@Test
	void describeWhenProbeIsUnderWayThenOpensInNoTime() {
		this.gate.close(new Object(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);

		ClosedGate closed = describe(70 * SECOND);

		assertThat(closed).isNotNull();
		assertThat(closed.opensIn()).isZero();
		assertThat(closed.lasts()).isTrue();
	}

	private @Nullable ClosedGate describe(long now) {
		return this.gate.describe(now,
				(closedFor, opensIn) -> new ClosedGate(null, null, RefusalScope.QUOTA, closedFor, opensIn));
	}

}
