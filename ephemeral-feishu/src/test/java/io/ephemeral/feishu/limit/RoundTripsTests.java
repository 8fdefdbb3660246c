package io.ephemeral.feishu.limit;

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

	private void responses(int count, long duration) {
		for (int response = 0; response < count; response++) {
			this.roundTrips.arrival(0, duration);
		}
	}

}
