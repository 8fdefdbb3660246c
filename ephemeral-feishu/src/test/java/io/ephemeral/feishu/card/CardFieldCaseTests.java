package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.CardViolation.Severity;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cards of other people's bots and of bug reports, which are not part of this project:
 * {@code -Dfield-cases=} names their folder. Each says what the platform does with it.
 */
@EnabledIfSystemProperty(named = "field-cases", matches = ".+")
class CardFieldCaseTests {

	@ParameterizedTest
	@MethodSource("cases")
	void cardWhenFromTheFieldThenIsJudgedLikeByThePlatform(String name, String expectation, RawCard card) {
		List<Severity> found = new CardValidator().validate(card, CardTarget.EPHEMERAL)
			.stream()
			.map(CardViolation::severity)
			.toList();

		switch (expectation) {
			case "accept" -> assertThat(found).doesNotContain(Severity.ERROR);
			case "refuse" -> assertThat(found).contains(Severity.ERROR);
			case "told" -> assertThat(found).isNotEmpty();
			default -> assertThat(expectation).isEqualTo("accept?");
		}
	}

	static Stream<Object[]> cases() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("field-cases")))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map(CardFieldCaseTests::read)
				.filter((json) -> json.path("kind").asString("").equals("card"))
				.map((json) -> new Object[] { json.path("name").asString(), json.path("expect").asString(),
						RawCard.of(json.path("input")) })
				.toList()
				.stream();
		}
	}

	private static JsonNode read(Path file) {
		try {
			return RawCard.parse(Files.readString(file))
				.json()
				.withObject("")
				.put("name", file.getFileName().toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
