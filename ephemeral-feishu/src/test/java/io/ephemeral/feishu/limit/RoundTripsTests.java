package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripsTests {

	private final RoundTrips roundTrips = new RoundTrips();

	@Test
	void arrivalWhenResponsesAreFewThenIsTimeOfTheResponse() {
		responses(58, 10);

		assertThat(this.roundTrips.arrival(0, 100)).isEqualTo(100);
	}

	@Test
	void arrivalWhenResponsesAreManyThenFastestIsSubtracted() {
		responses(59, 10);

		assertThat(this.roundTrips.arrival(0, 100)).isEqualTo(90);
	}

	@Test
	void arrivalWhenFirstResponsesWereFastThenTheyDoNotCount() {
		responses(50, 1);
		responses(9, 20);

		assertThat(this.roundTrips.arrival(0, 100)).isEqualTo(80);
	}

	@Test
	void arrivalWhenOtherInstanceKnowsTheFastestThenOnlyTheFirstResponsesAreCold() {
		this.roundTrips.learn(5);
		responses(49, 20);
		assertThat(this.roundTrips.arrival(0, 100)).isEqualTo(100);

		assertThat(this.roundTrips.arrival(0, 100)).isEqualTo(95);
	}

	@Test
	void fastestWhenResponsesAreFewThenIsUnknown() {
		responses(59, 20);
		assertThat(this.roundTrips.fastest()).isNull();
		responses(1, 30);

		assertThat(this.roundTrips.fastest()).isEqualTo(Duration.ofNanos(20));
	}

	private void responses(int count, long duration) {
		for (int response = 0; response < count; response++) {
			this.roundTrips.arrival(0, duration);
		}
	}

}
