package io.ephemeral.feishu.card.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class JsonSizeTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "[[],{}]", "{\"a\":null,\"b\":[true,1.10,1E+3,-0.5]}", "\"\\\"\\\\/\\b\\f\"",
			"\"\\u0001\\u007f\\u0080\\u2028\"", "\"é午😀\"", "{\"😀\\n\":\"\"}" })
	void sizeWhenMeasuredThenIsWhatIsWritten(String json) {
		assertIsWhatIsWritten(CardMapper.INSTANCE.readTree(json));
	}

	@RepeatedTest(200)
	void sizeWhenTreeIsRandomThenIsWhatIsWritten(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());

		assertIsWhatIsWritten(CardMapper.INSTANCE.valueToTree(value(random, 5)));
	}

	private static void assertIsWhatIsWritten(JsonNode json) {
		assertThat(JsonSize.of(json)).isEqualTo(CardMapper.INSTANCE.writeValueAsBytes(json).length);
	}

	private static @Nullable Object value(Random random, int depth) {
		return switch (random.nextInt((depth > 0) ? 10 : 7)) {
			case 0 -> null;
			case 1 -> random.nextBoolean();
			case 2 -> random.nextLong();
			case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(40));
			case 4 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(60) - 30);
			case 5, 6 -> text(random);
			case 7 -> Stream.generate(() -> value(random, depth - 1)).limit(random.nextInt(6)).toArray();
			default -> object(random, depth);
		};
	}

	private static Map<String, @Nullable Object> object(Random random, int depth) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		for (int count = random.nextInt(6); count > 0; count--) {
			object.put(text(random), value(random, depth - 1));
		}
		return object;
	}

	/** With characters of one to four bytes, and those that JSON escapes. */
	private static String text(Random random) {
		return random.ints(random.nextInt(20), 0, 4)
			.map((width) -> random.nextInt(new int[] { 0x80, 0x800, 0xD800, 0x110000 }[width]))
			.filter((codePoint) -> codePoint < 0xD800 || codePoint > 0xDFFF)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
