package io.ephemeral.feishu.limit.rate;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitValuesTests {

	@Test
	void windowWhenValueIsOutOfRangeThenNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> RateWindow.perSecond(0)).withMessageContaining("calls");
		assertThatIllegalArgumentException().isThrownBy(() -> new RateWindow(1, Duration.ZERO))
			.withMessageContaining("length");
	}

	@Test
	void windowWhenDividedThenKeepsOneCallAtLeast() {
		assertThat(RateWindow.perSecond(5).dividedBy(2)).isEqualTo(RateWindow.perSecond(2));
		assertThat(RateWindow.perMinute(5).dividedBy(9)).isEqualTo(RateWindow.perMinute(1));
	}

	@Test
	void limitsWhenNameIsBlankThenNameIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> new OperationLimits(" ", List.of(), List.of()))
			.withMessageContaining("countedAs");
	}

	@Test
	void gateWhenClosedForExactlyAMinuteThenDoesNotLast() {
		assertThat(closed(Duration.ofSeconds(60)).lasts()).isFalse();
		assertThat(closed(Duration.ofSeconds(60).plusNanos(1)).lasts()).isTrue();
	}

	private static ClosedGate closed(Duration opensIn) {
		return new ClosedGate("ephemeral.send", null, RefusalScope.OPERATION, Duration.ZERO, opensIn);
	}

}
