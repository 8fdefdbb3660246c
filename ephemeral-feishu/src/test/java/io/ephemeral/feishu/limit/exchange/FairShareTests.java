package io.ephemeral.feishu.limit.exchange;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairShareTests {

	@Test
	void ofWhenNobodyElseWaitsThenIsAll() {
		assertThat(FairShare.of(10, 20, List.of())).isEqualTo(10);
		assertThat(FairShare.of(10, 3, List.of())).isEqualTo(3);
	}

	@Test
	void ofWhenAllWantManyThenIsEqualAndRoundedUp() {
		assertThat(FairShare.of(10, 20, List.of(20, 20))).isEqualTo(4);
		assertThat(FairShare.of(1, 20, List.of(20, 20, 20))).isEqualTo(1);
	}

	@Test
	void ofWhenOthersWantLittleThenTheRestIsShared() {
		assertThat(FairShare.of(10, 20, List.of(1, 2, 20))).isEqualTo(4);
	}

	@Test
	void ofWhenOwnDemandIsSmallThenIsMet() {
		assertThat(FairShare.of(10, 2, List.of(50, 50))).isEqualTo(2);
	}

	@Test
	void ofWhenNothingIsFreeThenIsNothing() {
		assertThat(FairShare.of(0, 20, List.of(20))).isZero();
	}

}
