package io.ephemeral.feishu.error;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/error-codes.md} true; {@code -Dreference=write} writes it anew.
 */
class ErrorCodeReferenceTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "error-codes.md");

	private static final String CODES = "\n## Codes\n";

	private static final Map<String, String> TITLES = Map.of("auth", "Tokens", "ephemeral.delete",
			"Deletion of an ephemeral card", "card.update", "Delayed update of a card", "message", "Public messages",
			"chat", "Information about a chat", "connection", "Long connection", ErrorCodes.GENERAL,
			"In general, and for ephemeral cards");

	@Test
	void referenceWhenReadThenTellsWhatTheTablesSay() throws IOException {
		String written = Files.readString(DOCUMENT);
		String updated = written.substring(0, written.indexOf(CODES)) + CODES + tables();
		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(DOCUMENT, updated);
			return;
		}

		assertThat(written)
			.as("docs/error-codes.md is not up to date; "
					+ "run mvn test -pl ephemeral-feishu -Dtest=ErrorCodeReferenceTests -Dreference=write")
			.isEqualTo(updated);
	}

	private static String tables() {
		return ErrorCodes.tables()
			.entrySet()
			.stream()
			.map((table) -> "\n### " + TITLES.get(table.getKey())
					+ "\n\n| code | words | category | retry class | hint | source |\n|---|---|---|---|---|---|\n"
					+ rows(table.getValue()))
			.collect(Collectors.joining());
	}

	private static String rows(ErrorTable table) {
		return table.codes()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((row) -> rows(row.getKey(), row.getValue(), table.meaningsOf(row.getKey())))
			.collect(Collectors.joining());
	}

	private static String rows(int code, ErrorCode known, List<ErrorTable.Meaning> meanings) {
		String told = meanings.stream()
			.map((meaning) -> row(code, meaning.words().toString(), meaning.code()))
			.collect(Collectors.joining());
		return told + row(code, meanings.isEmpty() ? "" : "any other", known);
	}

	private static String row(int code, String words, ErrorCode known) {
		String hint = (known.hint() != null) ? known.hint() : "";
		return "| %d | %s | `%s` | `%s` | %s | %s |%n".formatted(code, words, known.category(),
				known.category().retryClass(), hint, known.source());
	}

}
