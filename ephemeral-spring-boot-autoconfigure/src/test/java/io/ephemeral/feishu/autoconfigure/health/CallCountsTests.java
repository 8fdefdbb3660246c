package io.ephemeral.feishu.autoconfigure.health;

import java.time.Instant;
import java.util.stream.IntStream;

import io.ephemeral.feishu.autoconfigure.health.CallCounts.Count;
import io.ephemeral.feishu.client.CallEnd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallCountsTests {

	private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

	private final CallCounts counts = new CallCounts();

	@Test
	void countWhenCallsEndAlikeThenIsOneWithTheTimeOfTheLast() {
		this.counts.add(new CallEnd("message.send", "success", null), NOON);
		this.counts.add(new CallEnd("ephemeral.send", "success", null), NOON.plusSeconds(1));
		this.counts.add(new CallEnd("message.send", "success", null), NOON.plusSeconds(2));

		assertThat(this.counts.latest()).containsExactly(
				new Count("message.send", "success", "none", 2, NOON.plusSeconds(2)),
				new Count("ephemeral.send", "success", "none", 1, NOON.plusSeconds(1)));
	}

	@Test
	void countWhenOperationsAreManyThenTheRestIsOther() {
		IntStream.range(0, 10_000)
			.forEach((number) -> this.counts.add(new CallEnd("GET /v" + number + "/{id}", "success", null), NOON));

		assertThat(this.counts.latest()).hasSize(201).contains(new Count("other", "success", "none", 9_800, NOON));
	}

}
