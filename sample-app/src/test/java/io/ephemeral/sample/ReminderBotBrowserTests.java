package io.ephemeral.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.MemberMessage;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reminder bot as three members meet it, in a real browser. Run by the profile
 * {@code browser}; leaves the pictures of the tour in {@code target/pictures/reminder}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReminderBotBrowserTests {

	@Autowired
	private FeishuSimulator feishu;

	@TempDir
	private Path profile;

	private ChromeDriver browser;

	private WebDriverWait wait;

	private Screens screens;

	@BeforeEach
	void open() {
		this.browser = Browsers.open(this.profile);
		this.browser.manage().window().setSize(new Dimension(1000, 920));
		this.wait = Browsers.waiting(this.browser);
		this.screens = new Screens(this.browser);
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@ParameterizedTest
	@MethodSource("stories")
	void reminderWhenFilledInThenEverybodySeesItAndFormIsGone(Story story) throws IOException {
		askForForm(story);
		assertThat(this.screens.cardsOf(story.asker())).hasSize(1);
		assertThat(this.screens.cardsOf(story.reader())).isEmpty();
		assertThat(this.screens.cardsOf(story.friend())).isEmpty();
		takePicture(story, "form.png");

		this.screens.on(story.asker(), "input[name=text]").sendKeys(story.text());
		this.screens.pick(story.asker(), -1);
		this.screens.on(story.asker(), ".field[data-name=whom] button").click();
		takePicture(story, "whom.png");
		this.screens.choose(story.friend());
		this.screens.press(story.asker(), story.save());
		assertThat(this.screens.on(story.asker(), ".toast-error").getText()).isEqualTo(story.past());
		assertThat(this.screens.toastsOf(story.reader())).isEmpty();
		takePicture(story, "past.png");

		this.screens.pick(story.asker(), 1);
		this.screens.press(story.asker(), story.save());
		assertThat(this.screens.on(story.asker(), ".toast-success").getText()).isEqualTo(story.saved());
		this.wait.until(ExpectedConditions.invisibilityOfElementLocated(By.className("only-you")));
		for (String member : List.of(story.asker(), story.reader(), story.friend())) {
			assertThat(this.screens.on(member, "article.card").getText()).contains(story.text())
				.contains(story.friend());
			assertThat(this.screens.cardsOf(member)).hasSize(1);
		}
		assertThat(this.screens.titleOn(story.asker())).isEqualTo(story.done());
		assertThat(this.screens.titleOn(story.reader())).isEqualTo(story.other().done());
		takePicture(story, "done.png");
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("stories")
	void formWhenCancelledThenVanishesAndNobodySeesAnything(Story story) {
		askForForm(story);

		this.screens.press(story.asker(), story.cancel());

		assertThat(this.screens.on(story.asker(), ".toast-info").getText()).isEqualTo(story.canceled());
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("article.card"), 0));
	}

	@Test
	void formWhenAskedForWithMentionOfAllThenAppears() {
		showChat("ada", "bob");

		this.screens.on("ada", ".composer input").sendKeys("@all /remind", Keys.ENTER);

		assertThat(this.screens.on("bob", ".bubble").getText()).isEqualTo("@all /remind");
		assertThat(this.screens.on("ada", "article.only-you .card-title").getText()).isEqualTo("Set a reminder");
		assertThat(this.screens.cardsOf("bob")).isEmpty();
	}

	@Test
	void formWhenAskedForInTwoLinesThenAppears() {
		showChat("ada", "bob");

		this.screens.on("ada", ".composer input").sendKeys("/remind", Keys.chord(Keys.SHIFT, Keys.ENTER));
		this.screens.on("ada", ".composer textarea").sendKeys("Water the plants", Keys.ENTER);

		assertThat(this.screens.on("bob", ".bubble").getText()).isEqualTo("/remind\nWater the plants");
		assertThat(this.screens.on("ada", "article.only-you .card-title").getText()).isEqualTo("Set a reminder");
		assertThat(this.screens.on("ada", ".composer input").getAttribute("value")).isEmpty();
	}

	@Test
	void formWhenAskedForBehindAPictureThenAppears() {
		SimulatedChat chat = showChat("ada", "bob");

		chat.member("ada").sends(MemberMessage.builder().image().text("/remind").build());

		assertThat(this.screens.on("bob", ".bubble").getText()).isEqualTo("[Image]\n/remind");
		assertThat(this.screens.on("ada", "article.only-you .card-title").getText()).isEqualTo("Set a reminder");
	}

	private SimulatedChat showChat(String... members) {
		SimulatedChat chat = this.feishu.createChat(members);
		this.browser.get(this.feishu.baseUrl() + "/?embed&theme=light&chat=" + chat.id());
		return chat;
	}

	private static Stream<Story> stories() {
		return Stream.of(
				new Story(Locale.US, "ada", "bob", "carl", "Water the plants", "Set a reminder", "Save",
						"That time is over. Please pick a later one.", "Saved", "Reminder", "Cancel", "Canceled"),
				new Story(Locale.SIMPLIFIED_CHINESE, "晓雨", "bob", "志明", "给植物浇水", "设置提醒", "保存", "该时间已过，请选择更晚的时间。", "已保存",
						"提醒", "取消", "已取消"));
	}

	/** Writes to everybody, and waits for what only the writer is shown. */
	private void askForForm(Story story) {
		SimulatedChat chat = this.feishu.createChat(story.asker(), story.reader(), story.friend());
		chat.setLanguage(story.asker(), story.language());
		chat.setLanguage(story.reader(), story.other().language());
		chat.setLanguage(story.friend(), story.language());
		this.browser.get(this.feishu.baseUrl() + "/?embed&theme=light&chat=" + chat.id());
		this.screens.on(story.asker(), ".composer input").sendKeys("/remind", Keys.ENTER);
		assertThat(this.screens.on(story.reader(), ".bubble").getText()).isEqualTo("/remind");
		assertThat(this.screens.on(story.asker(), "article.only-you .card-title").getText()).isEqualTo(story.form());
	}

	private void takePicture(Story story, String name) throws IOException {
		Path folder = Files
			.createDirectories(Path.of("target", "pictures", "reminder", story.language().getLanguage()));
		Files.write(folder.resolve(name), this.browser.findElement(By.id("screens")).getScreenshotAs(OutputType.BYTES));
	}

	/**
	 * What is written and read. The reader has the other language.
	 */
	record Story(Locale language, String asker, String reader, String friend, String text, String form, String save,
			String past, String saved, String done, String cancel, String canceled) {

		Story other() {
			return stories().filter((story) -> !story.language.equals(this.language)).findFirst().orElseThrow();
		}

		@Override
		public String toString() {
			return this.language.getLanguage();
		}

	}

}
