package io.ephemeral.sample;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reminder bot without the reflection of Spring, in a real browser: the build has
 * generated the code that a native image runs.
 */
class ProcessedSampleBrowserTests {

	@Test
	void reminderWhenSampleIsProcessedAheadOfTimeThenEverybodySeesItAndFormIsGone(@TempDir Path profile)
			throws Exception {
		try (ProcessedSample sample = new ProcessedSample()) {
			assertThat(sample.log()).anyMatch((line) -> line.contains("Starting AOT-processed SampleApplication"));
			JsonNode setup = sample.setup();
			ChromeDriver browser = Browsers.open(profile);
			try {
				browser.manage().window().setSize(new Dimension(1000, 920));
				browser.get(setup.path("screens").stringValue() + "?embed&theme=light&chat="
						+ setup.path("chats").path(0).path("id").stringValue());
				tellStory(browser);
				assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
			}
			finally {
				browser.quit();
			}
		}
	}

	/** Ada and Carl read English, and Bob reads Chinese. */
	private static void tellStory(ChromeDriver browser) {
		Screens screens = new Screens(browser);
		screens.on("ada", ".composer input").sendKeys("/remind", Keys.ENTER);
		assertThat(screens.on("ada", "article.only-you .card-title").getText()).isEqualTo("Set a reminder");
		assertThat(screens.cardsOf("bob")).isEmpty();

		screens.on("ada", "input[name=text]").sendKeys("Water the plants");
		screens.pick("ada", -1);
		screens.on("ada", ".field[data-name=whom] button").click();
		screens.choose("carl");
		screens.press("ada", "Save");
		assertThat(screens.on("ada", ".toast-error").getText())
			.isEqualTo("That time is over. Please pick a later one.");

		screens.pick("ada", 1);
		screens.press("ada", "Save");
		assertThat(screens.on("ada", ".toast-success").getText()).isEqualTo("Saved");
		Browsers.waiting(browser).until(ExpectedConditions.invisibilityOfElementLocated(By.className("only-you")));
		for (String member : List.of("ada", "bob", "carl")) {
			assertThat(screens.on(member, "article.card").getText()).contains("Water the plants").contains("carl");
			assertThat(screens.cardsOf(member)).hasSize(1);
		}
		assertThat(screens.titleOn("ada")).isEqualTo("Reminder");
		assertThat(screens.titleOn("bob")).isEqualTo("提醒");
	}

}
