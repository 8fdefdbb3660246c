package io.ephemeral.feishu.callback;

import java.time.Duration;

import io.ephemeral.feishu.VirtualTime;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class RareWarningTests {

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final CapturedLog log = CapturedLog.start();

	private final RareWarning warning = new RareWarning(LogFactory.getLog(getClass()));

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.log.close();
	}

	@Test
	void warningWhenRepeatedThenIsLoggedOnceAMinuteWithTheCount() {
		for (int second = 0; second < 180; second++) {
			this.warning.log("full");
			this.time.advanceTimeBy(Duration.ofSeconds(1));
		}

		assertThat(this.log.warnings()).extracting(String::strip)
			.containsExactly("full", "full (and 59 more since the last warning)",
					"full (and 59 more since the last warning)");
	}

}
