package io.ephemeral.feishu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows the links of the documents, and compares the guides with their translations.
 */
class DocumentLinkTests {

	private static final Path PROJECT = Path.of("..");

	private static final Path DOCS = PROJECT.resolve("docs");

	private static final String CHINESE = ".zh-CN.md";

	/** References that programs write, and notes for contributors. */
	private static final Set<String> ENGLISH_ONLY = Set.of("architecture.md", "benchmarks.md", "card-rules.md",
			"checklist-report.md", "error-codes.md", "reliability.md");

	@ParameterizedTest
	@MethodSource("documents")
	void linkWhenFollowedThenLeadsToAFileOrAHeading(Path file) throws IOException {
		MarkdownDocument document = MarkdownDocument.read(file);

		assertThat(document.links()).allMatch(document::leadsSomewhere);
	}

	@ParameterizedTest
	@MethodSource("translations")
	void translationWhenReadThenLinksToTheOriginalAndBack(Path file) throws IOException {
		assertThat(MarkdownDocument.read(file).links()).contains(original(file).getFileName().toString());
		assertThat(MarkdownDocument.read(original(file)).links()).contains(file.getFileName().toString());
	}

	@ParameterizedTest
	@MethodSource("translations")
	void translationWhenComparedThenIsComplete(Path file) throws IOException {
		assertThat(new TranslatedPage(MarkdownDocument.read(original(file)), MarkdownDocument.read(file)).differences())
			.isEmpty();
	}

	@Test
	void guidesWhenListedThenHaveATranslation() throws IOException {
		assertThat(guides()).allMatch((name) -> Files.exists(DOCS.resolve(name.replace(".md", CHINESE))));
	}

	@Test
	void indexWhenReadThenHasAllPages() throws IOException {
		List<String> links = MarkdownDocument.read(DOCS.resolve("README.md")).links();

		assertThat(links).containsAll(guides().filter((name) -> !name.equals("README.md")).toList())
			.containsAll(ENGLISH_ONLY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "README.md", "README.zh-CN.md" })
	void readmeWhenReadThenIsShort(String name) throws IOException {
		assertThat(Files.readString(PROJECT.resolve(name)).split("\\s+", -1)).hasSizeLessThan(900);
	}

	private static Stream<String> guides() throws IOException {
		try (Stream<Path> docs = Files.list(DOCS)) {
			return docs.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".md") && !name.endsWith(CHINESE) && !ENGLISH_ONLY.contains(name))
				.toList()
				.stream();
		}
	}

	private static Path original(Path translation) {
		return translation.resolveSibling(translation.getFileName().toString().replace(CHINESE, ".md"));
	}

	static List<Path> documents() throws IOException {
		try (Stream<Path> above = Files.list(PROJECT); Stream<Path> docs = Files.walk(DOCS)) {
			return Stream.concat(above, docs).filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	static Stream<Path> translations() throws IOException {
		return documents().stream().filter((file) -> file.toString().endsWith(CHINESE));
	}

}
