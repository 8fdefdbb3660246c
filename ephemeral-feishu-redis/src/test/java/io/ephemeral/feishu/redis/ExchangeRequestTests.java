package io.ephemeral.feishu.redis;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotRequest;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Instance;
import io.ephemeral.feishu.limit.exchange.SlotRequest.ProbeEnd;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Refusal;
import io.ephemeral.feishu.limit.exchange.SlotRequest.TargetReport;
import io.ephemeral.feishu.limit.exchange.SlotRequest.Terms;
import io.ephemeral.feishu.limit.rate.OperationLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeRequestTests {

	@Test
	void jsonWhenTargetIsReportedThenNameIsHiddenAndTimesAreMicroseconds() {
		JsonNode report = json(
				new TargetReport("ada@example.com", 1, 2, 3, 4, List.of(Duration.ofNanos(5999)), ProbeEnd.ANSWERED),
				null)
			.at("/targets/0");

		assertThat(report).hasToString("{\"target\":\"" + RedisKeys.hidden("ada@example.com")
				+ "\",\"interactive\":1,\"bulk\":2,\"givenBack\":3,\"heldAnew\":4,\"arrivals\":[5],\"probe\":\"ANSWERED\"}");
	}

	@Test
	void jsonWhenCallHasNoTargetThenNameIsEmpty() {
		assertThat(json(new TargetReport("", 1, 0, 0, 0, List.of(), null), null).at("/targets/0/target").asString())
			.isEmpty();
	}

	@Test
	void jsonWhenRefusalRequiresAnEndlessWaitThenItIsBounded() {
		JsonNode refusal = json(new TargetReport("", 0, 0, 0, 0, List.of(), null),
				new Refusal(RefusalScope.QUOTA, "", Duration.ofSeconds(Long.MAX_VALUE), false))
			.at("/refusals/0");

		assertThat(refusal.at("/retryAfter").asLong()).isEqualTo(Duration.ofDays(36_500).toMillis() * 1000);
	}

	@Test
	void jsonWhenValuesAreUnknownThenTheyAreAbsent() {
		JsonNode json = json(new TargetReport("", 1, 0, 0, 0, List.of(), null), null);

		assertThat(json.has("epoch")).isFalse();
		assertThat(json.has("fastest")).isFalse();
		assertThat(json.at("/targets/0").has("probe")).isFalse();
	}

	@Test
	void jsonWhenOperationHasLimitsThenWindowsAreMicroseconds() {
		JsonNode json = json(new TargetReport("", 1, 0, 0, 0, List.of(), null), null);

		assertThat(json.at("/app")).hasToString("[{\"calls\":50,\"length\":1000000}]");
		assertThat(json.at("/lease").asLong()).isEqualTo(3_000_000);
	}

	private static JsonNode json(TargetReport report, @Nullable Refusal refusal) {
		SlotRequest request = new SlotRequest(
				new OperationLimits("ephemeral.send", List.of(RateWindow.perSecond(50)), List.of()), null,
				new Instance("a", List.of(), null, Duration.ZERO),
				new Terms(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(3)), List.of(report),
				(refusal != null) ? List.of(refusal) : List.of(), null);
		return JsonMapper.shared().readTree(ExchangeRequest.of(request).json());
	}

}
