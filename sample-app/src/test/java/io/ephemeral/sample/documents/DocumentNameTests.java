package io.ephemeral.sample.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks up the names in the guides.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentNameTests {

	/** Their programs and tests compare them with the code. */
	private static final Set<String> REFERENCES = Set.of("architecture.md", "benchmarks.md", "card-rules.md",
			"checklist-report.md", "error-codes.md", "reliability.md");

	private KnownNames known;

	@BeforeAll
	void readSources() throws IOException {
		this.known = KnownNames.ofProject();
	}

	@ParameterizedTest
	@MethodSource("guides")
	void namesWhenLookedUpThenExist(Path page) throws IOException {
		assertThat(names(page.getFileName().toString(), Files.readString(page))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "`feishu.redis.time-out`", "`feishu.limiter.waitings`", "`feishu.form.mising`",
			"`feishu.region: lark`, `feishu.regoin: lark`", "`feishuWebClients`", "`EphemeralCardTemplates`",
			"the code 18999", "feishu_limiter_waitings > 1", "```yaml\nfeishu:\n  app-key: x\n```\n" })
	void namesWhenOneIsMisspeltThenIsFound(String text) {
		assertThat(names("lunch.md", text)).hasSize(1);
	}

	@Test
	void namesWhenTheyAreThoseOfTheProjectThenExist() {
		assertThat(names("lunch.md", "`feishu.redis.timeout`, `feishu.limiter.waiting`, `feishuWebClient`, 18053, "
				+ "feishu_long_connection_open, feishu_calls_seconds_count"))
			.isEmpty();
	}

	private List<String> names(String page, String content) {
		return new DocumentNames(page, content).unknown(this.known);
	}

	static List<Path> guides() throws IOException {
		return CodeBlock.pages()
			.stream()
			.filter((page) -> !REFERENCES.contains(page.getFileName().toString()))
			.toList();
	}

}
