package io.ephemeral.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardFiles;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the pictures of {@code docs/cards.md}: what one member sees of each example. Run
 * by the profile {@code browser}; leaves them in {@code target/pictures/cards}.
 */
@SpringBootTest
class CardPicturesBrowserTests {

	private static final Path PICTURES = Path.of("target", "pictures", "cards");

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardOperations cards;

	@Autowired
	private CardFiles cardFiles;

	@TempDir
	private Path profile;

	private ChromeDriver browser;

	@BeforeEach
	void open() {
		this.browser = Browsers.open(this.profile);
	}

	@AfterEach
	void close() {
		this.browser.quit();
	}

	@Test
	void examplesWhenSentThenAreDrawn() throws IOException {
		Files.createDirectories(PICTURES);
		for (Arguments example : examples().toList()) {
			String tag = (String) example.get()[0];
			WebElement shown = show((Card) example.get()[1]);
			Files.write(PICTURES.resolve(tag + ".png"), shown.getScreenshotAs(OutputType.BYTES));
			assertThat(shown.findElements(By.className("unknown"))).as(tag).isEmpty();
		}
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
	}

	@Test
	void exportWhenEveryVariableIsFilledThenIsDrawn() throws IOException {
		Files.createDirectories(PICTURES);

		WebElement shown = show(BuilderCardExamples.everyVariable(this.cardFiles, "ou_ada", "ou_bob"));

		Files.write(PICTURES.resolve("builder-export.png"), shown.getScreenshotAs(OutputType.BYTES));
		assertThat(shown.findElements(By.className("unknown"))).isEmpty();
		assertThat(shown.getText()).contains("Lunch \"today\"",
				"Noodles <at id=all></at> *hot* for 12 guests, 4.5 each", "Order Noodles <at id=all></at> *hot*",
				"Rice");
		assertThat(this.browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
	}

	/** All but the sound, which is never shown to one member. */
	private static Stream<Arguments> examples() {
		return ComponentExamples.cards().filter((example) -> !example.get()[0].equals("audio"));
	}

	private WebElement show(CardContent card) {
		SimulatedChat chat = this.feishu.createChat("ada", "bob", "carl");
		String json = card.toJson();
		for (String member : List.of("ada", "bob", "carl")) {
			json = json.replace("ou_" + member, chat.member(member).openId());
		}
		this.cards.send(new ChatId(chat.id()), Viewer.openId(chat.member("ada").openId()), RawCard.parse(json));
		this.browser.get(this.feishu.baseUrl() + "/?device=phone&theme=light&member=ada&chat=" + chat.id());
		WebElement shown = Browsers.waitFor(this.browser, By.cssSelector("[data-member=ada] article.card"));
		Browsers.waiting(this.browser)
			.until((driver) -> driver.findElements(By.cssSelector(".plot:not(:has(canvas))")).isEmpty());
		return shown;
	}

}
