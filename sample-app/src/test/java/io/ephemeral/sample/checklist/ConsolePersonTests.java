package io.ephemeral.sample.checklist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class ConsolePersonTests {

	private static final Duration LONG = Duration.ofMinutes(5);

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final PrintStream printer = new PrintStream(this.output, true, StandardCharsets.UTF_8);

	@ParameterizedTest
	@CsvSource({ "y, YES", "Yes, YES", "n, NO", "no, NO", "s, SKIP", "skip, SKIP" })
	void answerWhenTypedThenIsRead(String line, Answer answer) {
		assertThat(typing(line + "\n").answer("Do you see it?")).isEqualTo(answer);
		assertThat(printed()).isEqualTo("? Do you see it? [y/n/s]\n");
	}

	@Test
	void answerWhenNotUnderstoodThenIsAskedForAgain() {
		assertThat(typing("maybe\n\ny\n").answer("Do you see it?")).isEqualTo(Answer.YES);
		assertThat(printed()).contains("  Please type y, n or s.\n");
	}

	@Test
	void typeWhenTextThenIsRead() {
		assertThat(typing("  群 2 \n").type("Which group?")).isEqualTo("群 2");
	}

	@ParameterizedTest
	@CsvSource({ "''", "s", "S" })
	void typeWhenEmptyOrSkippedThenIsAbsent(String line) {
		assertThat(typing(line + "\n").type("Which group?")).isNull();
	}

	@Test
	void everythingWhenInputEndsThenIsSkipped() {
		ConsolePerson person = typing("");

		assertThat(person.answer("Do you see it?")).isEqualTo(Answer.SKIP);
		assertThat(person.type("Which group?")).isNull();
		person.act("Press it").block(LONG);
	}

	@Test
	void actWhenSkippedThenCompletesAndIgnoresOtherLines() {
		typing("pressed\ns\n").act("Press the button").block(LONG);

		assertThat(printed()).startsWith("> Press the button. [s to skip]\n");
	}

	@RepeatedTest(100)
	void actWhenCanceledThenNextLineBelongsToNextQuestion() throws IOException {
		PipedInputStream input = new PipedInputStream();
		try (PipedOutputStream keyboard = new PipedOutputStream(input)) {
			ConsolePerson person = new ConsolePerson(input, StandardCharsets.UTF_8, this.printer);
			Disposable task = person.act("Press the button").subscribe();
			Mono.fromSupplier(this::printed)
				.filter((text) -> !text.isEmpty())
				.repeatWhenEmpty((looks) -> looks.delayElements(Duration.ofMillis(5)))
				.block(LONG);
			task.dispose();

			keyboard.write("y\n".getBytes(StandardCharsets.UTF_8));
			keyboard.flush();

			assertThat(person.answer("Do you see it?")).isEqualTo(Answer.YES);
		}
	}

	private ConsolePerson typing(String lines) {
		return new ConsolePerson(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
				StandardCharsets.UTF_8, this.printer);
	}

	private String printed() {
		return this.output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

}
