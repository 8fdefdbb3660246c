package io.ephemeral.feishu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/architecture.md} true; {@code -Dreference=write} draws its picture
 * anew.
 */
class ArchitectureDocumentTests {

	private static final Path PROJECT = Path.of("..");

	private static final Path DOCUMENT = PROJECT.resolve("docs/architecture.md");

	private static final Path PICTURE = PROJECT.resolve("docs/pictures/architecture.svg");

	private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)(?=[`.(])");

	@Test
	void pictureWhenDrawnFromTheClassesThenIsTheSame() throws IOException {
		String drawn = PackageGraph
			.of(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("io.ephemeral.feishu"), "io.ephemeral.feishu")
			.toSvg();
		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(PICTURE, drawn);
			return;
		}

		assertThat(PICTURE)
			.as("docs/pictures/architecture.svg is not up to date; "
					+ "run mvn test -pl ephemeral-feishu -Dtest=ArchitectureDocumentTests -Dreference=write")
			.hasContent(drawn);
	}

	@Test
	void documentWhenItNamesTypesThenTheyExist() throws IOException {
		assertThat(TYPE.matcher(Files.readString(DOCUMENT)).results().map((match) -> match.group(1)))
			.isSubsetOf(types());
	}

	private static Set<String> types() throws IOException {
		try (Stream<Path> files = Files.walk(PROJECT)) {
			return files.map((file) -> file.getFileName().toString())
				.map(Pattern.compile("(\\w+)\\.java")::matcher)
				.flatMap((matcher) -> matcher.results().map(MatchResult::group))
				.map((file) -> file.substring(0, file.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
	}

}
