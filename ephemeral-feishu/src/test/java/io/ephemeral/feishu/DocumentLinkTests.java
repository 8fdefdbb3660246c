package io.ephemeral.feishu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the links of the documents, and compares the pages that exist in two languages.
 */
class DocumentLinkTests {

	private static final Path PROJECT = Path.of("..");

	private static final String CHINESE = ".zh-CN.md";

	@ParameterizedTest
	@MethodSource("documents")
	void linkWhenFollowedThenLeadsToAFileOrAHeading(Path file) throws IOException {
		MarkdownDocument document = MarkdownDocument.read(file);

		assertThat(document.links()).allMatch(document::leadsSomewhere);
	}

	@ParameterizedTest
	@MethodSource("translations")
	void translationWhenReadThenLinksToTheOriginalAndBack(Path file) throws IOException {
		String name = file.getFileName().toString();
		String original = name.replace(CHINESE, ".md");

		assertThat(MarkdownDocument.read(file).links()).contains(original);
		assertThat(MarkdownDocument.read(file.resolveSibling(original)).links()).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "README", "docs/callbacks", "docs/cards", "docs/flows", "docs/forms", "docs/kotlin",
			"docs/limits", "docs/migration", "docs/versions" })
	void translationWhenItIsCompleteThenHasTheSameOutline(String page) throws IOException {
		MarkdownDocument translation = MarkdownDocument.read(PROJECT.resolve(page + CHINESE));

		assertThat(translation.outline()).isEqualTo(MarkdownDocument.read(PROJECT.resolve(page + ".md")).outline());
	}

	static List<Path> documents() throws IOException {
		try (Stream<Path> above = Files.list(PROJECT); Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
			return Stream.concat(above, docs).filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	static Stream<Path> translations() throws IOException {
		return documents().stream().filter((file) -> file.toString().endsWith(CHINESE));
	}

}
