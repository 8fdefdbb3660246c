package io.ephemeral.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a newcomer does after starting the sample, in a real browser. Run by the profile
 * {@code browser}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class SampleBrowserTests {

	private static final By CARD = By.cssSelector(".screen article.card");

	@LocalServerPort
	private int port;

	@TempDir
	private Path profile;

	private ChromeDriver browser;

	private WebDriverWait wait;

	@BeforeEach
	void open() {
		this.browser = Browsers.open(this.profile);
		this.wait = Browsers.waiting(this.browser);
		this.browser.get("http://127.0.0.1:" + this.port);
		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("select[name=viewerId] option")));
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@Test
	void cardWhenSentToAdaThenOnlyAdaSeesItUntilItIsDeleted() throws IOException {
		sendTo("ada");

		assertThat(screens()).hasSize(3);
		this.wait.until(ExpectedConditions.textToBe(By.cssSelector("[data-member=ada] .card-title"), "Lunch?"));
		assertThat(cardsOf("ada").get(0).getText()).contains("Only visible to you").contains("仅对你可见");
		assertThat(cardsOf("bob")).isEmpty();
		assertThat(cardsOf("carl")).isEmpty();
		takePicture("sent.png");

		this.browser.switchTo().defaultContent();
		this.browser.findElement(By.cssSelector("#sent li button")).click();
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#sent li"), 0));
		this.browser.switchTo().frame("screens");
		this.wait.until(ExpectedConditions.numberOfElementsToBe(CARD, 0));
		assertThat(errorsOfConsole()).isEmpty();
	}

	@Test
	void cardWhenHostileThenRunsNothing() {
		WebElement card = this.browser.findElement(By.name("card"));
		card.clear();
		card.sendKeys("""
				{"schema":"2.0","header":{"title":{"tag":"plain_text","content":"<img src=x onerror=alert(1)>"}},\
				"body":{"elements":[{"tag":"markdown","content":"<script>alert(2)</script>[x](javascript:alert(3))\
				<img src=x onerror=alert(4)>**kept**"}]}}""");
		sendTo("bob");

		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[data-member=bob] article.card")));
		WebElement shown = cardsOf("bob").get(0);
		assertThat(shown.getText()).contains("<img src=x onerror=alert(1)>").contains("kept");
		assertThat(shown.findElements(By.cssSelector("script, [onerror], [href^=javascript]"))).isEmpty();
		this.browser.switchTo().defaultContent();
		assertThat(ExpectedConditions.alertIsPresent().apply(this.browser)).isNull();
	}

	@Test
	void cardWhenRefusedThenPageSaysWhatToDo() {
		new Select(this.browser.findElement(By.name("chat"))).selectByVisibleText("Topics");
		this.browser.findElement(By.cssSelector("button[type=submit]")).click();

		WebElement problem = this.browser.findElement(By.id("problem"));
		this.wait.until(ExpectedConditions.visibilityOf(problem));
		assertThat(problem.getText()).contains("ephemeral.send was refused: 18053")
			.contains("topic groups and direct chats do not support ephemeral cards");
		assertThat(this.browser.findElements(By.cssSelector("#sent li"))).isEmpty();
	}

	/**
	 * Sends the card, and leaves the browser in the frame of the screens once the
	 * application has answered.
	 */
	private void sendTo(String member) {
		new Select(this.browser.findElement(By.name("viewerId"))).selectByVisibleText(member);
		this.browser.findElement(By.cssSelector("button[type=submit]")).click();
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#sent li"), 1));
		this.browser.switchTo().frame("screens");
		this.wait.until(ExpectedConditions.presenceOfElementLocated(CARD));
	}

	private List<WebElement> screens() {
		return this.browser.findElements(By.cssSelector("section.screen"));
	}

	private List<WebElement> cardsOf(String member) {
		return this.browser.findElements(By.cssSelector("[data-member=" + member + "] article.card"));
	}

	private List<LogEntry> errorsOfConsole() {
		return this.browser.manage().logs().get(LogType.BROWSER).getAll();
	}

	private void takePicture(String name) throws IOException {
		this.browser.switchTo().defaultContent();
		Path folder = Files.createDirectories(Path.of("target", "pictures"));
		Files.write(folder.resolve(name), this.browser.getScreenshotAs(OutputType.BYTES));
	}

}
