package io.ephemeral.feishu.limit;

import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.limit.exchange.SlotGrants;
import io.ephemeral.feishu.limit.exchange.SlotGrants.Fleet;
import io.ephemeral.feishu.limit.exchange.SlotGrants.RecentCalls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotLinkTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final SlotLink link = new SlotLink(2 * SECOND, 0);

	@Test
	void isLeasedWhenAnsweredThenCountsFromTheRequest() {
		this.link.send(SECOND);
		this.link.answered(answer(false));

		assertThat(this.link.isLeased(3 * SECOND - 1)).isTrue();
		assertThat(this.link.isLeased(3 * SECOND)).isFalse();
	}

	@Test
	void failedWhenFirstThenHasANewIdAndIsAwaySinceTheRequest() {
		String before = this.link.instance(0).id();
		this.link.send(0);
		this.link.failed(SECOND / 2);

		assertThat(this.link.isAway()).isTrue();
		assertThat(this.link.instance(SECOND).id()).isNotEqualTo(before);
		assertThat(this.link.instance(SECOND).awayFor()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void answeredWhenAwayThenNextRequestNamesTheFormerIdAndHoldsAnew() {
		String before = this.link.instance(0).id();
		this.link.send(0);
		this.link.failed(SECOND / 2);
		this.link.send(SECOND);
		this.link.answered(answer(false));

		assertThat(this.link.isAway()).isFalse();
		assertThat(this.link.holdsAnew()).isTrue();
		assertThat(this.link.instance(SECOND).formerIds()).containsExactly(before);

		this.link.send(SECOND);
		this.link.answered(answer(false));

		assertThat(this.link.holdsAnew()).isFalse();
		assertThat(this.link.instance(SECOND).formerIds()).isEmpty();
	}

	@Test
	void isCurrentWhenRenewedThenEarlierRequestDoesNotMatter() {
		long flight = this.link.send(0);
		assertThat(this.link.isCurrent(flight)).isTrue();
		this.link.renew();
		long next = this.link.send(1);

		assertThat(this.link.isCurrent(flight)).isFalse();
		assertThat(this.link.isCurrent(next)).isTrue();
	}

	@Test
	void isSurelyAwayWhenProcessStoodStillThenAsksAgain() {
		this.link.send(0);
		this.link.failed(SECOND / 2);

		assertThat(this.link.isSurelyAway(SECOND)).isTrue();
		assertThat(this.link.isSurelyAway(5 * SECOND)).isFalse();
	}

	private static SlotGrants answer(boolean forgotten) {
		return new SlotGrants("epoch", forgotten, List.of(),
				new Fleet(Duration.ZERO, 0, 1, new RecentCalls(List.of(), 1), null, null, null));
	}

}
