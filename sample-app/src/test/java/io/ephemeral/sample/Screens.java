package io.ephemeral.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Screens of members on the page of the simulator, and the form of the reminder bot
 * there.
 */
final class Screens {

	private static final DateTimeFormatter TYPED_DATE = DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT);

	private final ChromeDriver browser;

	private final WebDriverWait wait;

	Screens(ChromeDriver browser) {
		this.browser = browser;
		this.wait = Browsers.waiting(browser);
	}

	/** Fills in half past nine of a day. */
	void pick(String member, int daysFromNow) {
		on(member, "input[name=date]")
			.sendKeys(TYPED_DATE.format(LocalDate.now(ZoneId.systemDefault()).plusDays(daysFromNow)));
		on(member, "input[name=time]").sendKeys("0930AM");
	}

	void choose(String member) {
		By option = By.xpath("//button[@role='option'][contains(., '" + member + "')]");
		this.wait.until(ExpectedConditions.elementToBeClickable(option)).click();
	}

	void press(String member, String button) {
		on(member, "article.only-you")
			.findElement(By.xpath(".//button[contains(@class, 'button')][. = '" + button + "']"))
			.click();
	}

	String titleOn(String member) {
		return on(member, ".card-title").getText();
	}

	WebElement on(String member, String selector) {
		return this.wait.until(ExpectedConditions.visibilityOfElementLocated(within(member, selector)));
	}

	List<WebElement> cardsOf(String member) {
		return this.browser.findElements(within(member, "article.card"));
	}

	List<WebElement> toastsOf(String member) {
		return this.browser.findElements(within(member, ".toast"));
	}

	private static By within(String member, String selector) {
		return By.cssSelector("[data-member='" + member + "'] " + selector);
	}

}
