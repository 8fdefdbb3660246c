package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

class GateTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Gate gate = new Gate();

	private final Turn call = call();

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
			Turn probe = call();
			this.gate.goes(probe);
			this.gate.close(probe, null, now);
		}

		assertThat(this.gate.until() - now).isBetween(seconds * SECOND, seconds * SECOND * 11 / 10);
	}

	@Test
	void closeWhenCallsLeftTogetherThenTheirRefusalsCountOnce() {
		this.gate.close(this.call, null, 0);
		this.gate.close(call(), null, 0);
		this.gate.close(call(), null, 0);

		assertThat(this.gate.until()).isLessThanOrEqualTo(SECOND * 11 / 10);
	}

	@Test
	void closeWhenLaterRefusalAsksForLessThenDoesNotOpenSooner() {
		this.gate.close(this.call, Duration.ofSeconds(30), 0);
		this.gate.close(call(), Duration.ofSeconds(1), 0);

		assertThat(this.gate.until()).isGreaterThanOrEqualTo(30 * SECOND);
	}

	@Test
	void closeWhenClosedForMoreThanAMinuteThenSaysSoOnce() {
		assertThat(this.gate.close(this.call, Duration.ofSeconds(50), 0)).isFalse();
		assertThat(this.gate.close(call(), Duration.ofSeconds(50), 20 * SECOND)).isTrue();
		assertThat(this.gate.close(call(), Duration.ofSeconds(50), 30 * SECOND)).isFalse();
	}

	@Test
	void passedWhenProbeIsAnsweredThenOpens() {
		this.gate.close(call(), Duration.ofSeconds(90), 0);
		this.gate.goes(this.call);

		assertThat(this.gate.isClosed(200 * SECOND)).isTrue();
		assertThat(this.gate.opens()).isEqualTo(SlidingWindow.UNKNOWN);

		this.gate.passed(this.call, true);

		assertThat(this.gate.isOpen()).isTrue();
		assertThat(this.gate.isClosed(0)).isFalse();
		assertThat(this.gate.close(call(), Duration.ofSeconds(90), 300 * SECOND)).isTrue();
	}

	@Test
	void passedWhenNothingIsKnownOfTheProbeThenAnotherMayGo() {
		this.gate.close(call(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);
		this.gate.passed(this.call, false);

		assertThat(this.gate.isOpen()).isFalse();
		assertThat(this.gate.isClosed(25 * SECOND)).isFalse();
	}

	@Test
	void passedWhenCallIsNotTheProbeThenStaysClosed() {
		this.gate.close(call(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);
		this.gate.passed(call(), true);

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
		assertThat(this.gate.describe("ephemeral.send", null, RefusalScope.OPERATION, 0)).isNull();

		this.gate.close(this.call, Duration.ofSeconds(20), 2 * SECOND);
		ClosedGate closed = this.gate.describe("ephemeral.send", null, RefusalScope.OPERATION, 5 * SECOND);

		assertThat(closed).isNotNull();
		assertThat(closed.closedFor()).isEqualTo(Duration.ofSeconds(3));
		assertThat(closed.opensIn()).isEqualTo(Duration.ofNanos(this.gate.until() - 5 * SECOND));
		assertThat(closed.lasts()).isFalse();
	}

	@Test
	void describeWhenProbeIsUnderWayThenOpensInNoTime() {
		this.gate.close(call(), Duration.ofSeconds(20), 0);
		this.gate.goes(this.call);

		ClosedGate closed = this.gate.describe(null, null, RefusalScope.QUOTA, 70 * SECOND);

		assertThat(closed).isNotNull();
		assertThat(closed.opensIn()).isZero();
		assertThat(closed.lasts()).isTrue();
	}

	private static Turn call() {
		SlidingWindowRateLimiter limiter = new SlidingWindowRateLimiter(RateLimitPolicy.standard(),
				RateLimits.standard(), Schedulers::parallel);
		Turn[] turn = new Turn[1];
		Mono.<Permit>create((sink) -> turn[0] = new Turn(limiter, PermitRequest.of("ephemeral.send", null), sink))
			.subscribe();
		return turn[0];
	}

}
