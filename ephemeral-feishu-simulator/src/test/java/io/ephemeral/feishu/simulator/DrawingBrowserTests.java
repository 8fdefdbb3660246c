package io.ephemeral.feishu.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.OutputType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page draws as the platform's client draws it, in a real browser. Run by the
 * profile {@code browser}; leaves pictures in {@code target/pictures/drawing}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DrawingBrowserTests {

	private static final Path PICTURES = Path.of("target", "pictures", "drawing");

	@TempDir
	private static Path profile;

	private DrawnPage page;

	private String functions;

	@BeforeAll
	void start() throws IOException {
		Files.createDirectories(PICTURES);
		this.functions = DrawingCase.functions();
		this.page = new DrawnPage(profile);
	}

	@AfterAll
	void stop() {
		this.page.close();
	}

	@AfterEach
	void consoleIsSilent() {
		assertThat(this.page.problemsOnConsole()).isEmpty();
	}

	static Stream<DrawingCase> cases() {
		return DrawingCase.all();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void cardWhenDrawnThenPassesItsCheck(DrawingCase drawingCase) throws IOException {
		drawingCase.open(this.page);
		Files.write(PICTURES.resolve(drawingCase.name() + ".png"), this.page.card().getScreenshotAs(OutputType.BYTES));

		assertThat(this.page.find(".card .unknown")).isEmpty();
		assertThat(this.page.becomesTrue(
				"const card = arguments[0];" + this.functions + "return (() => {" + drawingCase.check() + "})()",
				this.page.card()))
			.isTrue();
	}

}
