package io.ephemeral.feishu.simulator;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What members do on the page, in a real browser, and what the application hears of it.
 * Run by the profile {@code browser}.
 */
class ConversationBrowserTests {

	@TempDir
	private static Path profile;

	private final FeishuSimulator feishu = FeishuSimulator.start();

	private final TestApplication application = TestApplication.of(this.feishu);

	private final TestClient client = new TestClient(this.feishu);

	private final SimulatedChat chat = this.feishu.createChat("ada", "bob");

	private ChromeDriver browser;

	private WebDriverWait wait;

	@BeforeEach
	void open() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=en-US",
				"--window-size=1360,1000", "--user-data-dir=" + profile);
		this.browser = new ChromeDriver(new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
			.build(), options);
		this.wait = new WebDriverWait(this.browser, DrawnPage.PATIENCE);
		this.browser.get(this.feishu.pageUrl().toString());
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".screen"), 2));
	}

	@AfterEach
	void close() {
		this.browser.quit();
		this.application.close();
		this.feishu.close();
	}

	@Test
	void messageWhenWrittenThenEverybodyReadsItAndApplicationIsTold() {
		on("ada", ".composer input").sendKeys("/remind", Keys.ENTER);

		assertThat(on("bob", ".text .bubble").getText()).isEqualTo("/remind");
		assertThat(on("bob", ".text .sender").getText()).isEqualTo("ada");
		this.wait.until((driver) -> !this.application.calls().isEmpty());
		assertThat(this.application.lastCall().at("/event/sender/sender_id/open_id").asString())
			.isEqualTo(this.chat.openId("ada"));
	}

	@Test
	void messageWhenNobodyListensThenSenderReadsWhatToDoAndKeepsTheText() {
		try (FeishuSimulator lonely = FeishuSimulator.start()) {
			lonely.createChat("ada");
			this.browser.get(lonely.pageUrl().toString());

			on("ada", ".composer input").sendKeys("/remind", Keys.ENTER);

			assertThat(on("ada", ".toast-error").getText()).contains("sendEventsTo");
			assertThat(on("ada", ".composer input").getDomProperty("value")).isEqualTo("/remind");
		}
	}

	@Test
	void formWhenSubmittedThenApplicationGetsValuesAndToastAppears() {
		this.chat.setTimeZone("ada", ZoneOffset.ofHours(8));
		this.application.answers("{\"toast\": {\"type\": \"success\", \"content\": \"Saved\"}}");
		this.client.send(TestClient.request(this.chat, "ada", TestCards.form()));

		on("ada", "input[name=text]").sendKeys("Water");
		on("ada", "input[name=date]").sendKeys("07012026");
		on("ada", ".button-default").click();

		assertThat(on("ada", ".toast-success").getText()).isEqualTo("Saved");
		JsonNode action = this.application.lastCall().at("/event/action");
		assertThat(action.path("form_value")).isEqualTo(Json.parse("""
				{"text": "Water", "note": "none", "date": "2026-07-01 +0800", "time": "09:00 +0800", "size": "l",
				 "loud": false}
				"""));
		assertThat(action.path("value")).isEqualTo(Json.parse("{\"action\": \"save\"}"));
		assertThat(this.browser.findElements(By.cssSelector("[data-member=bob] .toast"))).isEmpty();
	}

	@Test
	void buttonWhenPressedThenAnsweredCardTakesThePlaceOfTheOldOne() {
		this.client.publish(this.chat, TestCards.form());
		this.application.answers("{\"card\": {\"type\": \"raw\", \"data\": " + TestClient.card("Done") + "}}");

		List<WebElement> buttons = this.wait
			.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("[data-member=bob] .button"), 3));
		buttons.get(2).click();

		this.wait.until(ExpectedConditions.textToBe(By.cssSelector("[data-member=ada] .card-title"), "Done"));
		assertThat(this.application.lastCall().at("/event/operator/open_id").asString())
			.isEqualTo(this.chat.openId("bob"));
	}

	@Test
	void toastWhenClickedFromJavaThenAppearsToo() {
		this.application.answers(500, "");
		this.client.send(TestClient.request(this.chat, "ada", TestCards.form()));
		on("ada", "article.card");

		this.chat.seenBy("ada").get(0).submit(Map.of("text", "Water", "date", "2026-07-01"));

		assertThat(on("ada", ".toast-error").getText()).contains("200671");
	}

	private WebElement on(String member, String selector) {
		return this.wait.until(ExpectedConditions
			.visibilityOfElementLocated(By.cssSelector("[data-member=%s] %s".formatted(member, selector))));
	}

}
