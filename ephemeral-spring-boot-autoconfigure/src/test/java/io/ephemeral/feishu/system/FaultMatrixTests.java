package io.ephemeral.feishu.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Comparison of {@code docs/reliability.md} with the behavior; {@code -Dreference=write}
 * writes its tables again.
 */
class FaultMatrixTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "reliability.md");

	private static final String TABLES = "\n## Every fault\n";

	private static FaultMatrix matrix;

	@BeforeAll
	static void run() {
		matrix = FaultMatrix.run();
	}

	@Test
	void cardWhenAnythingFailsThenIsNeverSeenTwice() {
		assertThat(matrix.results()).allSatisfy((cell, result) -> assertThat(result.cards()).isLessThanOrEqualTo(1));
	}

	@Test
	void callWhenAnythingFailsThenErrorIsClassified() {
		assertThat(matrix.results())
			.allSatisfy((cell, result) -> assertThat(result.outcome()).doesNotStartWith("UNCLASSIFIED"));
	}

	@Test
	void outcomeWhenItIsCertainThenIsTrue() {
		assertThat(matrix.results()).allSatisfy((cell, result) -> {
			boolean shows = cell.operation() != FaultOperation.READ_CHAT && !result.outcome().equals("unknown");
			if (shows) {
				boolean done = result.outcome().startsWith("done");
				assertThat(result.cards()).isEqualTo((done != cell.operation().removes()) ? 1 : 0);
			}
		});
	}

	@Test
	void ephemeralCardWhenOutcomeIsUnknownThenWasSentOnce() {
		assertThat(matrix.results()).allSatisfy((cell, result) -> {
			boolean sends = cell.operation() == FaultOperation.SEND || cell.operation() == FaultOperation.REPLACE;
			if (sends && result.outcome().equals("unknown")) {
				assertThat(result.requests()).isEqualTo(1);
			}
		});
	}

	@Test
	void documentWhenReadThenTellsWhatHappens() throws IOException {
		String written = Files.readString(DOCUMENT);
		String updated = written.substring(0, written.indexOf(TABLES)) + TABLES + matrix.tables();
		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(DOCUMENT, updated);
			return;
		}

		assertThat(written)
			.as("docs/reliability.md is not up to date; run mvn test -pl ephemeral-spring-boot-autoconfigure -am "
					+ "-Dtest=FaultMatrixTests -Dsurefire.failIfNoSpecifiedTests=false -Dreference=write")
			.isEqualTo(updated);
	}

}
