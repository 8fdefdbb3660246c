package io.ephemeral.feishu.redis;

import java.time.Duration;

import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotGrants.GateState;
import io.ephemeral.feishu.limit.exchange.SlotGrants.TargetGrant;
import io.ephemeral.feishu.limit.exchange.SlotRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeAnswerTests {

	private static final SlotRequest REQUEST = RedisSlotExchangeTests.request("a", 2);

	@Test
	void grantsWhenSlotsAreGrantedThenHasNamesOfTheRequest() {
		TargetGrant grant = grants("\"targets\":[{\"openings\":[0,90000],\"probe\":true,\"opensIn\":7}],").targets()
			.get(0);

		assertThat(grant.target()).isEqualTo(REQUEST.targets().get(0).target());
		assertThat(grant.openings()).containsExactly(Duration.ZERO, Duration.ofMillis(90));
		assertThat(grant.probe()).isTrue();
		assertThat(grant.opensIn()).isEqualTo(Duration.ofNanos(7000));
	}

	@Test
	void grantsWhenNothingIsGrantedThenListsAreEmpty() {
		SlotGrants grants = grants("\"targets\":[{\"probe\":false}],");

		assertThat(grants.targets().get(0).openings()).isEmpty();
		assertThat(grants.targets().get(0).opensIn()).isNull();
		assertThat(grants.fleet().recent().ages()).isEmpty();
	}

	@Test
	void grantsWhenGateIsClosedForLongThenReadsItsExponent() {
		assertThat(grants("\"quota\":{\"closedFor\":1000,\"opensIn\":3.1536e+15},").fleet().quota())
			.isEqualTo(new GateState(Duration.ofMillis(1), Duration.ofDays(36_500)));
	}

	private static SlotGrants grants(String fields) {
		String json = "{" + fields
				+ "\"epoch\":\"e:1\",\"forgotten\":false,\"waiting\":0,\"instances\":1,\"callsPerAge\":50}";
		return ExchangeAnswer.parse(json).grants(REQUEST);
	}

}
