package io.ephemeral.feishu.card.source;

import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.card.source.CardDraft.Placeholder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CardDraftTests {

	private static final String CARD = """
			{ "schema": "2.0", "body": { "elements": [
			  { "tag": "markdown", "content": "**${title}**", "i18n_content": { "zh_cn": "**${title}**" } },
			  { "tag": "input", "name": "text", "max_length": "${max}" } ] } }
			""";

	private static final String EXPORT = """
			{ "name": "Lunch", "dsl": { "schema": "2.0", "body": { "elements": [
			  { "tag": "markdown", "content": "${dish} for ${guests}" } ] } },
			  "variables": [ { "type": "text", "name": "dish", "mockData": "Noodles" },
			    { "type": "integer", "name": "guests", "mockData": 12 } ] }
			""";

	@Test
	void placeholdersWhenCardHasThemThenAreInItsOrder() {
		assertThat(CardDraft.parse(CARD).placeholders()).extracting(Placeholder::name).containsExactly("title", "max");
	}

	@Test
	void fillWhenValueIsTypedThenEscapesTextAndKeepsNumber() {
		assertThat(CardDraft.parse(CARD).fill(Map.of("title", "*", "max", "20")).toJson()).contains("**&#42;**",
				"\"max_length\":20");
	}

	@Test
	void fillWhenValueIsMissingThenUsesNameOrMockData() {
		assertThat(CardDraft.parse(CARD).fill(Map.of()).toJson()).contains("**title**");
		assertThat(CardDraft.parse(EXPORT).fill(Map.of()).toJson()).contains("Noodles for 12");
	}

	@Test
	void languagesWhenTextHasThemThenAreFound() {
		assertThat(CardDraft.parse(CARD).languages()).containsExactly(Locale.SIMPLIFIED_CHINESE);
	}

	@Test
	void readingStatementWhenCardHasPlaceholdersThenNamesThem() {
		assertThat(CardDraft.parse(CARD).toReadingStatement("reminder"))
			.isEqualTo("RawCard card = cardFiles.read(\"reminder\", Map.of(\"max\", max, \"title\", title));");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Card card = Card.builder().build();", "import java.util.Map;\n\nclass Lunch {}" })
	void textWhenJavaThenIsNotRun(String java) {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> CardDraft.parse(java))
			.withMessageContaining("toJson()");
	}

	@Test
	void textWhenNotJsonThenNamesLine() {
		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> CardDraft.parse("{\n  \"a\": ]"))
			.withMessageContaining("line 2");
	}

}
