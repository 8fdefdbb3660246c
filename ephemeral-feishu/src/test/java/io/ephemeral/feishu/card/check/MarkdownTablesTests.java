package io.ephemeral.feishu.card.check;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts tables beside another implementation of Markdown.
 */
class MarkdownTablesTests {

	private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	/**
	 * Lines whose meaning depends on those around them. The other parser takes a header
	 * that is too short as well, and any line with a bar as a row, so there is none of
	 * these.
	 */
	private static final List<String> LINES = List.of("| a | b |", "a | b", "|---|---|", "--- | :-:", "| :- | -: |",
			"   | a | b |", "   |-|-|", "", "", "", "text", "`| a | b |`", "```", "```java", "````", "~~~",
			"    | a | b |", "# a", "---", "- ", "***", "=");

	/**
	 * Without empty list items, and without indented delimiter rows, which the other
	 * parser takes at any depth.
	 */
	private static final List<String> NESTED_LINES = LINES.stream()
		.filter((line) -> !line.isEmpty() && !line.equals("- ") && !line.startsWith(" "))
		.toList();

	/** The first line of a container and the next ones. */
	private static final List<List<String>> CONTAINERS = List.of(List.of("", ""), List.of("> ", "> "),
			List.of("> ", ""), List.of("- ", "  "), List.of("1. ", "   "), List.of("2. ", " "), List.of("> - ", ">   "),
			List.of("- > ", "  > "));

	@ParameterizedTest
	@ValueSource(strings = { "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--- | ---", "a | b\r\n:-|-:\r\n1 | 2",
			"a | b\r- | -", "   | a |\n  |---|", "text\n| a | b |\n|---|---|", "> | a | b |\n> |---|---|",
			"- | a | b |\n  |---|---|", "1. text\n\n   | a | b |\n   |---|---|", "| a |\n|-|\ntext\n| b |\n|-|",
			"```\n```\n| a |\n|-|", "```\n| a |\n|-|\n```\n| a |\n|-|", "`` | a\n-|-", "\t\n| a\t|\n|\t-|" })
	void tableWhenInTextThenCounts(String markdown) {
		assertThat(MarkdownTables.count(markdown)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text", "a | b", "| a | b |\n| 1 | 2 |", "| a | b |\n|---|", "| a |\n|---|---|",
			"| a | b |\n\n|---|---|", "|---|---|", "a\n---", "a \\| b\n---|---", "```\n| a |\n|-|\n```",
			"```\n| a |\n|-|", "~~~text\n| a |\n|-|\n```\n| a |\n|-|", "````\n```\n| a |\n|-|\n````",
			"    | a |\n    |-|", "\t| a |\n\t|-|", "`| a | b | |---|---|`", "# | a |\n|-|",
			"> ```\n> | a |\n> |-|\n> ```", "- ```\n  | a |\n  |-|", "| a |\n> |-|", "```\r\n| a |\r\n|-|\r\n```" })
	void textWhenWithoutTableThenCountsNone(String markdown) {
		assertThat(MarkdownTables.count(markdown)).isZero();
	}

	@Test
	void tablesWhenSeparatedThenCountOneByOne() {
		assertThat(MarkdownTables.count("| a |\n|-|\n| 1 |\n\n| a |\n|-|\n# b\n| c |\n|-|\n---\nd | e\n-|-"))
			.isEqualTo(4);
	}

	@Test
	void tableWhenItsRowsLookLikeHeadersThenCountsOnce() {
		assertThat(MarkdownTables.count("| a |\n|-|\n| b |\n|-|\n| c |\n|-|")).isEqualTo(1);
	}

	@Test
	void linesWhenOfAnyKindThenCountAsForAnotherParser() {
		assertSameCounts(LINES, List.of(List.of("", "")));
	}

	@Test
	void linesWhenInQuotesAndListsThenCountAsForAnotherParser() {
		assertSameCounts(NESTED_LINES, CONTAINERS);
	}

	@Test
	void textWhenVeryLongThenIsReadInOneGo() {
		String row = "|" + " - |".repeat(5_000);

		assertThat(MarkdownTables.count((row + "\n").repeat(3) + "> ".repeat(5_000) + "| a |" + "`".repeat(5_000)))
			.isEqualTo(1);
	}

	private static void assertSameCounts(List<String> lines, List<List<String>> containers) {
		long seed = Long.getLong("seed", 1);
		Random random = new Random(seed);
		for (int input = 0; input < 20_000; input++) {
			String markdown = Stream.generate(() -> block(oneOf(containers, random), lines, random))
				.limit(1 + random.nextInt(4))
				.collect(Collectors.joining("\n\n"));

			assertThat(MarkdownTables.count(markdown)).as("-Dseed=%s: %s", seed, markdown)
				.isEqualTo(countByParser(markdown));
		}
	}

	private static String block(List<String> container, List<String> lines, Random random) {
		return Stream.generate(() -> oneOf(lines, random))
			.limit(2 + random.nextInt(6))
			.collect(Collectors.joining("\n" + container.get(1), container.get(0), ""));
	}

	private static <T> T oneOf(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

	private static int countByParser(String markdown) {
		int[] count = new int[1];
		PARSER.parse(markdown).accept(new AbstractVisitor() {

			@Override
			public void visit(CustomBlock block) {
				count[0] += (block instanceof TableBlock) ? 1 : 0;
			}

		});
		return count[0];
	}

}
