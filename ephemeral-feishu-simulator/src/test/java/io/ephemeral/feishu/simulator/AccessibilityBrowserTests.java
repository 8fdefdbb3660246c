package io.ephemeral.feishu.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Toast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What axe-core finds on the page, with all its rules. Run by the profile
 * {@code browser}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AccessibilityBrowserTests {

	private static final Path CARDS = Path.of("src/test/resources/io/ephemeral/feishu/simulator/cards");

	private static final String RUN = """
			const done = arguments[0];
			axe.run().then(({violations}) => done(violations.flatMap(({id, nodes}) =>
				nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`))), (error) => done([String(error)]));
			""";

	/** The page removes a toast after five seconds, and axe-core may take longer. */
	private static final String KEEP_TOASTS = """
			const wait = setTimeout;
			window.setTimeout = (work, time) => time === 5000 ? 0 : wait(work, time);
			""";

	@TempDir
	private static Path profile;

	private DrawnPage page;

	private String axe;

	private Chat examples;

	@BeforeAll
	void start() throws IOException {
		try (InputStream script = getClass().getResourceAsStream("/axe.min.js")) {
			this.axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
		this.page = new DrawnPage(profile);
		this.examples = this.page.createChat("examples");
		examples().forEach((card) -> this.page.show(card, this.examples));
	}

	@AfterAll
	void stop() {
		this.page.close();
	}

	/**
	 * The cards of the components and of the drawing cases, and those of
	 * {@code -Dcards=}.
	 */
	private static Stream<JsonNode> examples() {
		String further = System.getProperty("cards");
		Stream<JsonNode> cards = Stream.of(CARDS.toString(), (further != null) ? further : "")
			.filter((folder) -> !folder.isEmpty())
			.flatMap((folder) -> in(Path.of(folder)));
		return Stream.concat(cards, DrawingCase.all().map((drawingCase) -> drawingCase.json().path("input")));
	}

	private static Stream<JsonNode> in(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.sorted()
				.map(AccessibilityBrowserTests::read)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode read(Path file) {
		try {
			return Json.parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@CsvSource({ "pc, light", "pc, dark", "phone, light", "phone, dark" })
	void examplesWhenDrawnThenHaveNoViolations(String device, String theme) {
		this.page.open(this.examples, device, theme);
		this.page.becomesTrue("return [...document.querySelectorAll('.plot')].every((plot) => plot.firstElementChild)");

		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void screensWhenAllAreShownThenHaveNoViolations(String theme) {
		Chat chat = this.page.createChat("screens " + theme);
		this.page.publish(Json.parse("{\"elements\": [{\"tag\": \"markdown\", \"content\": \"Hello\"}]}"), chat);
		this.page.setOnline(chat, "bob", false);

		this.page.open("?chat=%s&theme=%s".formatted(chat.id(), theme), 1360);
		this.page.run(KEEP_TOASTS);
		this.page.showToast(chat, new Toast("error", "Not saved", 0));
		this.page.becomesTrue("return !!document.querySelector('.toast')");

		assertThat(violations()).isEmpty();
	}

	@Test
	void pageWhenThereIsNoSuchChatThenHasNoViolations() {
		this.page.open("?chat=oc_none", 390);

		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "select_static, .select, .menu", "multi_select_person, .select, .menu", "overflow, .button, .menu",
			"img, .previewable, dialog", "chart, .chart-preview, dialog",
			"button, .button.fill[title='There is no way back'], dialog", "form, .button-primary_filled, .told" })
	void partWhenOpenedThenHasNoViolations(String card, String opener, String opened) {
		Chat chat = this.page.createChat(card);
		this.page.show(read(CARDS.resolve(card + ".json")), chat);
		for (String theme : List.of("light", "dark")) {
			this.page.open(chat, "phone", theme);
			this.page.run("document.querySelector(arguments[0]).click()", opener);
			this.page.becomesTrue("return !!document.querySelector(arguments[0])", opened);

			assertThat(violations()).isEmpty();
		}
	}

	private List<?> violations() {
		this.page.run(this.axe);
		return (List<?>) Objects.requireNonNull(this.page.runLater(RUN));
	}

}
