package io.ephemeral.feishu.simulator.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTablesTests {

	@ParameterizedTest
	@ValueSource(strings = { "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--- | ---", "|a|\n|-|", "| a |\n| :-: |",
			"Text\n| a | b |\n| :-- | --: |", "  | a |\n  |---|", "> | a |\n> |---|", "- | a | b |\n  |---|---|",
			"| a |\r\n|---|\r\n| 1 |", "| a \\| b |\n|---|", "| `a|b` |\n|---|---|", "`\n| a |\n|---|\n`",
			"1. x\n\n    | a |\n    |---|", "- a\n  - b\n\n    | a |\n    |---|", "Text\n    | a |\n|---|",
			"# A\n| a |\n|---|", "```\ncode\n```\n| a |\n|---|", "| a |\n|---|\n| 1 |\n| a |\n|---|",
			"`x`\n\n| a |\n|---|" })
	void tableWhenHeaderStandsAboveDashesThenCounts(String markdown) {
		assertThat(MarkdownTables.count(markdown)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "|", "| a | b |", "| a | b |\n| 1 | 2 |", "| a | b |\n|---|", "| a |\n|---|---|",
			"a\n---", "a | b\n---", "|---|---|", "| a |\n\n|---|", "| a |\n|-x-|", "| a |\n| |",
			"```\n| a |\n|---|\n```", "```md\n| a |\n|---|", "~~~\n| a |\n|---|\n```\n~~~",
			"````\n```\n| a |\n|---|\n```\n````", "> ```\n> | a |\n> |---|\n> ```", "Text\n\n    | a |\n    |---|",
			"\t| a |\n\t|---|", "`| a |\n|---|`", "| `a|b` |\n|---|", "# a |\n|---|", "# h\n    | a |\n|---|",
			"- x\n| a |\n|---|", "> x\n| a |\n|---|", "- x\n\n      | a |\n      |---|",
			"- ```\n  | a |\n  |---|\n  ```", "``| a |`\n|---|``", "1. x\n   ```\n   | a |\n   |---|\n   ```" })
	void tableWhenIncompleteOrCodeThenDoesNotCount(String markdown) {
		assertThat(MarkdownTables.count(markdown)).isZero();
	}

	@Test
	void tablesWhenApartThenAllCount() {
		String table = "| a | b |\n|---|---|\n| 1 | 2 |\n";

		assertThat(MarkdownTables.count(table + "\n" + table + "\nText\n" + table)).isEqualTo(3);
		assertThat(MarkdownTables.count("| a |\n|---|\n> | b |\n> |---|\n- | c |\n  |---|\n\n***\n" + table))
			.isEqualTo(4);
		assertThat(MarkdownTables.count(table + "# Next\n" + table + "```\n" + table + "```\n" + table)).isEqualTo(3);
	}

	@Test
	void tablesWhenTextIsLongThenAreCountedAtOnce() {
		assertThat(MarkdownTables.count("| a |\n|---|\n\n".repeat(2000))).isEqualTo(2000);
		assertThat(MarkdownTables.count("`".repeat(15_000) + "|" + "` ".repeat(7_000))).isZero();
		assertThat(MarkdownTables.count("|" + " -".repeat(15_000) + "\n|" + "- ".repeat(15_000))).isZero();
	}

}
