package io.ephemeral.feishu.flow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.json.CardMapper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FlowStateTests {

	private static final LocalDateTime MOMENT = LocalDateTime.of(2027, 2, 1, 9, 30);

	private final FlowState state = FlowState.start(Instant.EPOCH, new Text("start"));

	@Test
	void answerWhenItTravelsThenIsTheSame() {
		Everything answer = new Everything("语言 \"quoted\"", 7, new BigInteger("12345678901234567890"),
				new BigDecimal("1.50"), true, LocalDate.of(2027, 2, 1), LocalTime.of(9, 30), MOMENT,
				MOMENT.atOffset(ZoneOffset.ofHours(8)), MOMENT.atZone(ZoneId.of("Asia/Shanghai")), Repeat.DAILY,
				List.of(Repeat.DAILY), Set.of(Repeat.WEEKLY), Viewer.openId("ou_1"), Viewer.userId("u1"),
				List.of(Viewer.openId("ou_2")), Optional.of("remark"), Optional.empty());

		assertThat(traveled(this.state.with(answer)).find(Everything.class)).isEqualTo(answer);
	}

	@Test
	void answerWhenFieldsAreEmptyThenIsTheSame() {
		Everything answer = new Everything(null, 0, null, null, false, null, null, null, null, null, null, List.of(),
				Set.of(), null, null, List.of(), Optional.empty(), Optional.empty());

		assertThat(traveled(this.state.with(answer)).find(Everything.class)).isEqualTo(answer);
	}

	@Test
	void answerWhenGivenAgainThenReplacesTheEarlierOne() {
		FlowState answered = this.state.with(new Amount(1)).with(new Amount(2));

		assertThat(answered.find(Amount.class)).isEqualTo(new Amount(2));
		assertThat(answered.find(Text.class)).isEqualTo(new Text("start"));
		assertThat(this.state.find(Amount.class)).isNull();
	}

	@Test
	void answerWhenRecordHasChangedThenFailsWithoutQuotingIt() {
		ObjectNode answers = CardMapper.INSTANCE.createObjectNode();
		answers.putObject("Amount").put("number", "secret");

		assertThatIllegalStateException()
			.isThrownBy(() -> new FlowState("1", 1, Instant.EPOCH, answers).find(Amount.class))
			.withMessageContaining(Amount.class.getName())
			.withMessageContaining("another name")
			.withMessageNotContaining("secret")
			.withNoCause();
	}

	@Test
	void stateWhenPrintedThenShowsNoAnswer() {
		assertThat(this.state).hasToString("FlowState[1]");
	}

	/** Returns the state after its way through a card. */
	private static FlowState traveled(FlowState state) {
		ObjectNode answers = (ObjectNode) CardMapper.INSTANCE
			.readTree(CardMapper.INSTANCE.writeValueAsBytes(state.answers()));
		return new FlowState(state.id(), state.step(), state.deadline(), answers);
	}

	enum Repeat {

		DAILY, WEEKLY

	}

	record Text(String text) {
	}

	record Amount(int number) {
	}

	record Everything(String text, int number, BigInteger large, BigDecimal price, boolean flag, LocalDate date,
			LocalTime time, LocalDateTime local, OffsetDateTime offset, ZonedDateTime zoned, Repeat repeat,
			List<Repeat> repeats, Set<Repeat> unique, Viewer.OpenId person, Viewer viewer, List<Viewer.OpenId> people,
			Optional<String> remark, Optional<Integer> nothing) {
	}

}
