package io.ephemeral.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The playground in a browser. Run by the profile {@code browser}; leaves the pictures of
 * {@code docs/playground.md} in {@code target/pictures}.
 */
@SpringBootTest
class PlaygroundBrowserTests {

	private static final Path PICTURES = Path.of("target", "pictures");

	private static final String CARD = """
			{
			  "schema": "2.0",
			  "body": {
			    "elements": [
			      { "tag": "markdown", "content": "Who comes?" },
			      {
			        "tag": "button",
			        "text": { "tag": "plain_text", "content": "Me" },
			        "width": "%s",
			        "behaviors": [{ "type": "callback", "value": { "action": "join" } }]
			      }
			    ]
			  }
			}""";

	/** Pastes as a user does, so that the page notices. */
	private static final String PASTE = """
			const area = document.getElementById('text');
			area.value = arguments[0];
			area.dispatchEvent(new Event('input', {bubbles: true}));
			""";

	private static final String FIND_VIOLATIONS = """
			const done = arguments[arguments.length - 1];
			axe.run(document, {iframes: false}).then(({violations}) => done(violations.map((violation) =>
				`${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)));
			""";

	@Autowired
	private FeishuSimulator feishu;

	@TempDir
	private Path profile;

	private ChromeDriver browser;

	@BeforeEach
	void open() throws IOException {
		Files.createDirectories(PICTURES);
		this.browser = Browsers.open(this.profile);
		this.browser.get(this.feishu.baseUrl() + "/playground");
		awaitText("state", "The card breaks no rule.");
	}

	@AfterEach
	void close() {
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
		this.browser.quit();
	}

	@Test
	void cardWhenBrokenThenNamesLineAndIsMended() {
		paste(CARD.formatted("12px"));
		awaitText("state", "1 warning");
		WebElement violation = this.browser.findElement(By.cssSelector("#violations li"));
		assertThat(violation.getText()).contains("Line 9", "body.elements[1].width", "100px or more");

		violation.findElement(By.tagName("button")).sendKeys(Keys.ENTER);
		assertThat(selectedText()).contains("\"width\": \"12px\"");
		this.browser.switchTo().activeElement().sendKeys("        \"width\": \"fill\",");

		awaitText("state", "The card breaks no rule.");
		assertThat(this.browser.findElements(By.cssSelector("#violations li"))).isEmpty();
	}

	@Test
	void cardWhenNotJsonThenMarksLineAndKeepsCard() {
		paste("{\n  oops");

		awaitText("state", "line 2");
		assertThat(this.browser.findElement(By.cssSelector("#gutter .error")).getText()).isEqualTo("2");
		Browsers.waiting(this.browser).until((driver) -> textIn("Computer, light").contains("Count me in"));
	}

	@Test
	void buttonWhenPressedThenShowsCallback() {
		paste(CARD.formatted("fill"));
		awaitText("source", "Who comes?");

		press("Phone, dark", "Me");

		awaitText("callback", "\"action\": \"join\"");
		assertThat(text("callback")).contains("card.action.trigger", "\"tag\": \"button\"");
	}

	@Test
	void cardWhenTakenThenIsJavaAndTest() {
		paste(CARD.formatted("fill"));

		awaitText("source", ".add(Markdown.of(\"Who comes?\"))");
		assertThat(text("source")).contains("Button.builder(\"Me\").width(Length.FILL).callback(\"join\")");
		new Select(this.browser.findElement(By.id("source-title"))).selectByVisibleText("Test");
		awaitText("source", "CardTarget.EPHEMERAL");
	}

	@Test
	void valueWhenTypedThenIsInCard() {
		choose("Placeholders");
		awaitText("value-fields", "title");

		WebElement title = this.browser.findElement(By.name("title"));
		title.clear();
		title.sendKeys("the *plants*");
		WebElement length = this.browser.findElement(By.name("max"));
		length.clear();
		length.sendKeys("20");

		awaitText("source", "Markdown.of(\"Remind me of **the &#42;plants&#42;**\")");
		awaitText("state", "The card breaks no rule.");
	}

	@Test
	void languageWhenChosenThenCardIsInIt() {
		choose("Languages");
		awaitText("source", "リマインダー");

		new Select(this.browser.findElement(By.id("language"))).selectByValue("zh-CN");

		Browsers.waiting(this.browser).until((driver) -> textIn("Computer, light").contains("时间到了"));
	}

	@Test
	void examplesWhenChosenThenAreDrawn() {
		List<String> names = new Select(this.browser.findElement(By.id("example"))).getOptions()
			.stream()
			.map(WebElement::getText)
			.toList();
		assertThat(names).hasSizeGreaterThan(30).allSatisfy((name) -> {
			choose(name);
			Browsers.waiting(this.browser).until((driver) -> !text("state").isBlank());
			assertThat(text("state")).as(name).doesNotContain("JSON");
		});
	}

	@Test
	void pageWhenReadByScreenReaderThenHasNoViolation() {
		choose("Violations");
		awaitText("state", "errors");
		assertThat(accessibilityProblems()).isEmpty();
		choose("Placeholders");
		awaitText("value-fields", "title");
		picture("playground", 1360, 1500);

		for (int width : new int[] { 1360, 390 }) {
			this.browser.manage().window().setSize(new Dimension(width, 900));
			assertThat(accessibilityProblems()).isEmpty();
			assertThat(this.browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
				.isEqualTo(true);
		}
	}

	@Test
	void pictureWhenCardIsBrokenThenShowsViolations() {
		choose("Violations");
		awaitText("state", "errors");

		picture("playground-violations", 1360, 1000);

		assertThat(PICTURES.resolve("playground-violations.png")).isNotEmptyFile();
	}

	private void picture(String name, int width, int height) {
		this.browser.manage().window().setSize(new Dimension(width, height));
		Browsers.waiting(this.browser).until((driver) -> !textIn("Phone, dark").isBlank());
		try {
			Files.write(PICTURES.resolve(name + ".png"), this.browser.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<?> accessibilityProblems() {
		try (InputStream script = getClass().getResourceAsStream("/axe.min.js")) {
			this.browser.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return (List<?>) this.browser.executeAsyncScript(FIND_VIOLATIONS);
	}

	private void paste(String text) {
		this.browser.executeScript(PASTE, text);
	}

	private void choose(String example) {
		new Select(this.browser.findElement(By.id("example"))).selectByVisibleText(example);
	}

	private String selectedText() {
		return (String) this.browser.executeScript(
				"const area = document.activeElement; return area.value.slice(area.selectionStart, area.selectionEnd)");
	}

	private void press(String frame, String label) {
		in(frame, () -> {
			Browsers.waitFor(this.browser, By.xpath("//button[normalize-space()='" + label + "']")).click();
			return "";
		});
	}

	private String textIn(String frame) {
		return in(frame, () -> this.browser.findElement(By.tagName("main")).getText());
	}

	private String in(String frame, Supplier<String> work) {
		this.browser.switchTo().frame(this.browser.findElement(By.cssSelector("iframe[title='" + frame + "']")));
		try {
			return work.get();
		}
		finally {
			this.browser.switchTo().defaultContent();
		}
	}

	private String text(String id) {
		return this.browser.findElement(By.id(id)).getText();
	}

	private void awaitText(String id, String text) {
		Browsers.waiting(this.browser).until(ExpectedConditions.textToBePresentInElementLocated(By.id(id), text));
	}

}
