package io.ephemeral.feishu.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Keeps {@code docs/properties.md} and its translation true; {@code -Dreference=write}
 * writes their tables anew.
 */
class PropertyReferenceTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "properties.md");

	private static final Path TRANSLATION = Path.of("..", "docs", "properties.zh-CN.md");

	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

	private final PropertyTable table = new PropertyTable(JsonMapper.shared()
		.readTree(getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")));

	@Test
	void pageWhenReadThenHasThePropertiesOfTheMetadata() throws IOException {
		String page = Files.readString(DOCUMENT);

		assertUpToDate(DOCUMENT, page, this.table.describe(page));
	}

	@Test
	void translationWhenReadThenHasThePropertiesOfTheMetadata() throws IOException {
		String page = Files.readString(TRANSLATION);

		assertUpToDate(TRANSLATION, page, this.table.describeTranslated(page));
		assertThat(PropertyTable.rows(page)).allSatisfy(
				(name, description) -> assertThat(description).as("description of %s", name).containsPattern(CHINESE));
	}

	@Test
	void describeWhenNameIsMisspeltThenRowIsReplaced() throws IOException {
		String page = Files.readString(DOCUMENT);

		assertThat(this.table.describe(page.replace("`feishu.redis.timeout`", "`feishu.redis.time-out`")))
			.contains("`feishu.redis.timeout`")
			.doesNotContain("`feishu.redis.time-out`");
	}

	@Test
	void describeWhenNoTableHasTheGroupThenNamesTheProperties() {
		assertThatIllegalStateException().isThrownBy(() -> this.table.describe("No table"))
			.withMessageContaining("feishu.app-id");
	}

	private static void assertUpToDate(Path file, String written, String updated) throws IOException {
		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(file, updated);
			return;
		}
		assertThat(written)
			.as("%s is not up to date; run mvn test -pl ephemeral-spring-boot-autoconfigure -am "
					+ "-Dtest=PropertyReferenceTests -Dsurefire.failIfNoSpecifiedTests=false -Dreference=write",
					file.getFileName())
			.isEqualTo(updated);
	}

}
