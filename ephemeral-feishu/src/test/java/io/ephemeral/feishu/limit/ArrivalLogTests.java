package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.limit.ArrivalLog.Arrival;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalLogTests {

	private final ArrivalLog log = new ArrivalLog(100, 0);

	@Test
	void reportWhenConfirmedThenReportsArrivalsOnce() {
		this.log.add("a", 10, 10);
		assertThat(this.log.report(30)).isEqualTo(Map.of("a", List.of(Duration.ofNanos(20))));
		this.log.confirm();

		assertThat(this.log.isReported()).isTrue();
		assertThat(this.log.report(40)).isEmpty();
	}

	@Test
	void repeatWhenAnswerIsMissingThenReportsAgainWithNewArrivals() {
		this.log.add("a", 10, 10);
		this.log.report(10);
		this.log.add("b", 20, 20);
		this.log.repeat();

		assertThat(this.log.report(20)).containsOnlyKeys("a", "b");
	}

	@Test
	void repeatAllWhenExchangeForgotThenReportsWhatStillCounts() {
		this.log.add("old", 10, 10);
		this.log.add("a", 60, 60);
		this.log.report(60);
		this.log.confirm();
		this.log.add("b", 120, 120);
		this.log.repeatAll();

		assertThat(this.log.report(120)).containsOnlyKeys("a", "b");
	}

	@Test
	void addWhenEstimateIsEarlierThenKeepsTheOrder() {
		this.log.add("a", 50, 60);

		assertThat(this.log.add("b", 40, 60)).isEqualTo(50);
		assertThat(this.log.since(40)).containsExactly(new Arrival("a", 50), new Arrival("b", 50));
	}

}
