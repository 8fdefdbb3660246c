package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessagePartsTests {

	private final AtomicLong nanoTime = new AtomicLong();

	private final AtomicInteger lost = new AtomicInteger();

	private final MessageParts parts = new MessageParts(10_000, this.nanoTime::get, this.lost::incrementAndGet);

	@Test
	void messageWhenCutWithinCharacterThenIsJoinedByBytes() {
		assertThat(this.parts.add(Frames.frame("part-1"))).isNull();

		assertThat(new String(this.parts.add(Frames.frame("part-0")), StandardCharsets.UTF_8))
			.contains("\"event\":{\"k\":\"你\"}");
		assertThat(this.parts.count()).isZero();
	}

	@Test
	void messageWhenPartRepeatsThenWaitsForTheOthers() {
		this.parts.add(part("m", "3", "1", "b"));
		assertThat(this.parts.add(part("m", "3", "1", "b"))).isNull();
		this.parts.add(part("m", "3", "0", "a"));

		assertThat(this.parts.add(part("m", "3", "2", "c"))).asString().isEqualTo("abc");
	}

	@Test
	void messageWhenWithoutNumbersThenIsWhole() {
		assertThat(this.parts.add(part("m", "", "", "a"))).asString().isEqualTo("a");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "2, 2", "2, -1", "x, 0", "1001, 0", "99999999999, 0" })
	void partWhenNumberIsInvalidThenIsRefused(String sum, String index) {
		assertThatExceptionOfType(FrameFormatException.class)
			.isThrownBy(() -> this.parts.add(part("m", sum, index, "a")));
	}

	@Test
	void partWhenSumDiffersThenIsRefused() {
		this.parts.add(part("m", "3", "1", "b"));

		assertThatExceptionOfType(FrameFormatException.class)
			.isThrownBy(() -> this.parts.add(part("m", "2", "0", "a")));
	}

	@Test
	void messageWhenIncompleteForLongThenIsRemoved() {
		this.parts.add(part("m", "2", "1", "b"));
		this.nanoTime.addAndGet(Duration.ofSeconds(30).toNanos());

		assertThat(this.parts.add(part("m", "2", "0", "a"))).isNull();
		assertThat(this.lost).hasValue(1);
	}

	@Test
	void memoryWhenMessagesStayIncompleteThenIsBounded() {
		for (int message = 0; message < 10_000; message++) {
			this.parts.add(part("m" + message, "2", "1", "b".repeat(100)));
		}

		assertThat(this.parts.count()).isLessThan(40);
		assertThat(this.lost.get() + this.parts.count()).isEqualTo(10_000);
	}

	private static Frame part(String id, String sum, String index, String payload) {
		return new Frame(1, 1, 1, Frame.DATA,
				FrameHeaders.of(new FrameHeader("message_id", id), new FrameHeader("sum", sum),
						new FrameHeader("seq", index)),
				new byte[0], payload.getBytes(StandardCharsets.UTF_8), new byte[0]);
	}

}
