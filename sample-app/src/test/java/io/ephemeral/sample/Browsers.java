package io.ephemeral.sample;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Opens Chromium.
 */
final class Browsers {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private Browsers() {
	}

	static ChromeDriver open(Path profile) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--force-color-profile=srgb", "--lang=en-US", "--user-data-dir=" + profile);
		ChromeDriverService driver = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
			.build();
		ChromeDriver browser = new ChromeDriver(driver, options,
				ClientConfig.defaultConfig().readTimeout(PATIENCE.multipliedBy(2)));
		browser.manage().timeouts().scriptTimeout(PATIENCE);
		browser.manage().window().setSize(new Dimension(1360, 860));
		return browser;
	}

	static WebElement waitFor(ChromeDriver browser, By element) {
		return waiting(browser).until(ExpectedConditions.visibilityOfElementLocated(element));
	}

	static WebDriverWait waiting(ChromeDriver browser) {
		return new WebDriverWait(browser, PATIENCE);
	}

}
