package io.ephemeral.feishu.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.rule.CardTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples of the official documentation, which are not part of this project:
 * {@code -Dcards=} names their folder.
 */
@EnabledIfSystemProperty(named = "cards", matches = ".+")
class CardCorpusTests {

	@Test
	void cardsWhenReadAndWrittenThenAreTheSameJson() {
		assertThat(cards()).hasSize(66).allSatisfy((file) -> {
			RawCard raw = RawCard.parse(text(file));
			assertThat(RawCard.parse(Card.parse(text(file)).toJson()).json()).as(file.toString()).isEqualTo(raw.json());
		});
	}

	/**
	 * What stays untyped: a placeholder for any tag, and objects and arrays that are
	 * empty in samples which list every property.
	 */
	@Test
	void cardsWhenReadThenLeaveNothingUntypedButTheseExceptions() {
		List<String> untyped = new ArrayList<>();
		cards().forEach((file) -> UntypedParts.of(Card.parse(text(file)))
			.forEach((path, json) -> untyped.add(file.getFileName() + " " + path + " " + json)));

		assertThat(untyped).containsExactly("button-1.json .body.elements[].hover_tips {}",
				"button-1.json .body.elements[].disabled_tips {}",
				"card-json-v2-structure-1.json .body.elements[] {\"tag\":\"xxx\",\"margin\":\"4px\",\"element_id\":\"custom_id\"}",
				"checker-1.json .body.elements[].hover_tips {}", "checker-1.json .body.elements[].disabled_tips {}",
				"checker-1.json .body.elements[].buttonArea.buttons[].behaviors []",
				"form-container-2.json .body.elements[].elements[].columns[].elements[].options []",
				"interactive-container-1.json .body.elements[].confirm {}",
				"multi-select-dropdown-1.json .body.elements[].elements[].columns[].elements[].selected_values []");
	}

	@Test
	void cardsWhenValidatedThenBreakNoRuleButTheseOnes() {
		List<String> violations = new ArrayList<>();
		cards().forEach((file) -> new CardValidator().validate(RawCard.parse(text(file)), CardTarget.EPHEMERAL)
			.forEach((violation) -> violations
				.add(file.getFileName() + " " + violation.path() + " " + violation.rule())));

		assertThat(violations).containsExactly(
				"button-2.json body.elements[1].columns[0].elements[0].value IGNORED_VALUE",
				"card-json-v2-structure-1.json body.elements[0] UNKNOWN_ELEMENT",
				"card-json-v2-structure-1.json body.elements[0].element_id ELEMENT_ID_UNIQUE",
				"column-set-1.json body.elements[0].columns[0].element_id ELEMENT_ID_UNIQUE",
				"form-container-2.json body.elements[1].elements[0].columns[0].elements[0].icon.color UNDEFINED_STYLE",
				"image-1.json body.elements[0].alt RECOMMENDED_PROPERTY",
				"interactive-container-2.json body.elements[3].columns[0].elements[1].elements[0].columns[0].elements[0].alt RECOMMENDED_PROPERTY",
				"multi-select-person-picker-1.json body.elements[0].elements[1].name NAME_REQUIRED",
				"overflow-1.json body.elements[0].columns[0].elements[3].options[0].value OPTION_INCOMPLETE",
				"overflow-1.json body.elements[0].columns[0].elements[3].options[1].value OPTION_INCOMPLETE",
				"plain-text-3.json body.elements[0].fields[5].text.content MENTION",
				"plain-text-3.json body.elements[0].fields[5].text.content MENTION_ALL",
				"single-select-person-picker-1.json body.elements[0].required REQUIRED_OUTSIDE_FORM");
	}

	private static List<Path> cards() {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("cards")))) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
