package io.ephemeral.feishu.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/card-rules.md} true; {@code -Dreference=write} writes it anew.
 */
class CardRuleReferenceTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "card-rules.md");

	@Test
	void referenceWhenReadThenTellsWhatTheRulesDo() throws IOException {
		String written = Files.readString(DOCUMENT);
		String updated = CardRuleReference.update(written);
		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(DOCUMENT, updated);
			return;
		}

		assertThat(written)
			.as("docs/card-rules.md is not up to date; "
					+ "run mvn test -pl ephemeral-feishu -Dtest=CardRuleReferenceTests -Dreference=write")
			.isEqualTo(updated);
	}

	@Test
	void referenceWhenReadThenSaysSomethingAboutEveryRule() throws IOException {
		assertThat(Files.readString(DOCUMENT)).doesNotContain("What does the rule say?");
	}

}
