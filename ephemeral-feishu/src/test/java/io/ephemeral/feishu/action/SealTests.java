package io.ephemeral.feishu.action;

import java.time.Instant;

import io.ephemeral.feishu.Viewer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealTests {

	private static final Instant DEADLINE = Instant.parse("2026-01-05T18:00:00Z");

	@Test
	void sealWhenConditionsAreInAnotherOrderThenIsEqual() {
		Viewer ada = Viewer.openId("ou_ada");

		assertThat(Seal.forViewer(ada).once().until(DEADLINE)).isEqualTo(Seal.forViewer(ada).until(DEADLINE).once())
			.isNotEqualTo(Seal.forAnyone().once().until(DEADLINE));
	}

	@Test
	void sealWhenDeadlineHasNanosecondsThenIsToTheMillisecond() {
		assertThat(Seal.forAnyone().until(DEADLINE.plusNanos(1_999_999)).deadline()).isEqualTo(DEADLINE.plusMillis(1));
	}

	@Test
	void sealWhenViewerIsNamedByEmailThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> Seal.forViewer(Viewer.email("ada@example.com")))
			.withMessageContaining("open id")
			.withMessageNotContaining("ada@");
	}

	@Test
	void needsSealWhenRecordOrFamilyIsAnnotatedThenIsTrue() {
		assertThat(TypedAction.needsSeal(Approve.class)).isTrue();
		assertThat(TypedAction.needsSeal(Pay.class)).isTrue();
		assertThat(TypedAction.needsSeal(Close.class)).isFalse();
	}

	@SealedAction
	sealed interface Decision extends TypedAction {

	}

	record Approve() implements Decision {
	}

	@SealedAction
	record Pay() implements TypedAction {
	}

	record Close() implements TypedAction {
	}

}
