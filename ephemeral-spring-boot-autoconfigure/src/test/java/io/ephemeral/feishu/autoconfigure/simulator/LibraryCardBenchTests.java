package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.Map;

import io.ephemeral.feishu.simulator.playground.CardBench.Placeholder;
import io.ephemeral.feishu.simulator.playground.CardBench.Sheet;
import io.ephemeral.feishu.simulator.playground.CardBench.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryCardBenchTests {

	private static final String CARD = """
			{ "schema": "2.0", "body": { "elements": [ { "tag": "markdown", "content": "Tea at ${time}?",
			  "i18n_content": { "zh_cn": "${time}喝茶？" } }, %s ] } }
			""";

	private final LibraryCardBench bench = new LibraryCardBench();

	@Test
	void cardWhenReadThenIsInItsLanguagesAndSources() {
		Sheet sheet = this.bench.read(CARD.formatted("{ \"tag\": \"hr\" }"), Map.of("time", "four"));

		assertThat(sheet.problem()).isEmpty();
		assertThat(sheet.violations()).isEmpty();
		assertThat(sheet.cards()).containsOnlyKeys("", "zh-CN");
		assertThat(sheet.cards().get("zh-CN")).contains("four喝茶");
		assertThat(sheet.sources().get("Java")).contains("Markdown.builder(\"Tea at four?\")");
		assertThat(sheet.sources().get("Java for the file")).contains("Map.of(\"time\", time)");
	}

	@Test
	void cardWhenRuleIsBrokenThenNamesPathAndRemedy() {
		Sheet sheet = this.bench.read(CARD.formatted("{ \"tag\": \"hologram\" }"), Map.of());

		assertThat(sheet.violations()).singleElement()
			.extracting(Violation::path, Violation::severity)
			.containsExactly("body.elements[1]", "error");
		assertThat(sheet.violations().get(0).remedy()).isNotBlank();
	}

	@Test
	void textWhenJavaThenIsRefused() {
		assertThat(this.bench.read("Card.builder().build()", Map.of()).problem()).contains("nothing here runs code");
	}

	@Test
	void valueWhenItDoesNotFitThenNamesPlaceholder() {
		Sheet sheet = this.bench.read("""
				{ "dsl": { "schema": "2.0", "body": { "elements": [ { "tag": "markdown", "content": "${guests}" } ] } },
				  "variables": [ { "type": "integer", "name": "guests", "mockData": 12 } ] }
				""", Map.of("guests", "many"));

		assertThat(sheet.problem()).contains("guests", "a whole number");
		assertThat(sheet.placeholders()).containsExactly(new Placeholder("guests", "integer", "many"));
	}

}
