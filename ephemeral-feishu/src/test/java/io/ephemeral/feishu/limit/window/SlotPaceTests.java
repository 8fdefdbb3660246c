package io.ephemeral.feishu.limit.window;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlotPaceTests {

	private static final Duration LOOK_AHEAD = Duration.ofMillis(100);

	@ParameterizedTest
	@CsvSource({ "0, 0", "100, 0", "150, 50", "900, 250", "1100, 250", "1101, 500", "60000, 500" })
	void waitWhenSlotOpensLaterThenIsLonger(long opensIn, long wait) {
		assertThat(SlotPace.wait(Duration.ofMillis(opensIn), LOOK_AHEAD)).isEqualTo(Duration.ofMillis(wait).toNanos());
	}

	@Test
	void waitWhenOpeningIsUnknownThenIsZero() {
		assertThat(SlotPace.wait(null, LOOK_AHEAD)).isZero();
	}

	@Test
	void validityWhenInstanceWaitsThenLastsUntilItsNextRequest() {
		assertThat(SlotPace.validity(Duration.ofSeconds(5), LOOK_AHEAD)).isEqualTo(Duration.ofMillis(660).toNanos());
	}

}
