package io.ephemeral.feishu.simulator;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;

import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.RequestLog;
import io.ephemeral.feishu.simulator.api.SimulatorServer;
import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.event.AppTickets;
import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.event.EventPayloads;
import io.ephemeral.feishu.simulator.event.EventSeal;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.event.MessageAnnouncements;
import io.ephemeral.feishu.simulator.page.Page;
import io.ephemeral.feishu.simulator.page.PageActions;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.AppGrants;
import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.Toast;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Page of a simulator in a real browser. Cards get there beside the API, which refuses
 * some of what the page can draw.
 */
final class DrawnPage implements AutoCloseable {

	/** Longer than a script runs on a slow machine. */
	static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final String CARDS = "article.card";

	private static final EventPayloads PAYLOADS = new EventPayloads("cli_drawn", "tenant", "token");

	private static final EventSender EVENTS = new EventSender(Clock.systemUTC(), new EventSeal("", "token"), false,
			new Connections(Clock.systemUTC(), () -> URI.create("ws://127.0.0.1")), () -> AppGrants.ALL);

	private final Tenant tenant = new Tenant(PAYLOADS.appId(), PAYLOADS.tenantKey(), Clock.systemUTC(),
			new MessageAnnouncements(EVENTS, PAYLOADS));

	private final SimulatorServer server;

	private final ChromeDriver browser;

	private final WebDriverWait wait;

	/**
	 * @param profile empty folder for the browser
	 */
	DrawnPage(Path profile) {
		Clock clock = Clock.systemUTC();
		AppTickets tickets = new AppTickets(new App("cli_1", "secret", false, clock), EVENTS, PAYLOADS, clock);
		Page page = new Page(this.tenant, EVENTS);
		PageActions actions = new PageActions(this.tenant, new Clicks(this.tenant, EVENTS, PAYLOADS), EVENTS, PAYLOADS,
				tickets, TypedMessage::of);
		this.server = new SimulatorServer(0, new ApiRoutes(clock, new RequestLog(), new Faults()::next),
				List.of(page::addTo, actions::addTo));
		this.browser = openBrowser(profile);
		this.wait = new WebDriverWait(this.browser, PATIENCE);
	}

	private static ChromeDriver openBrowser(Path profile) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=en-US",
				"--hide-scrollbars", "--force-color-profile=srgb", "--user-data-dir=" + profile);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		return new ChromeDriver(new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
			.build(), options, ClientConfig.defaultConfig().readTimeout(PATIENCE.multipliedBy(2)));
	}

	/** Creates a group of Ada, Bob and Carl, who have the language and the zone. */
	Chat createChat(String name, Locale language, ZoneId zone) {
		Chat chat = this.tenant.createChat(name, ChatMode.GROUP, List.of("ada", "bob", "carl"));
		this.tenant.setLanguage(chat, "ada", language);
		this.tenant.setTimeZone(chat, "ada", zone);
		return chat;
	}

	Chat createChat(String name) {
		return createChat(name, Locale.US, ZoneId.of("UTC"));
	}

	/** Shows a card to Ada only. */
	void show(JsonNode card, Chat chat) {
		this.tenant.show(chat.id(), "open_id", this.tenant.member(chat, "ada").openId(), (ObjectNode) card);
	}

	void publish(JsonNode card, Chat chat) {
		this.tenant.publish("chat_id", chat.id(), "interactive", card, UUID.randomUUID().toString());
	}

	void setOnline(Chat chat, String member, boolean online) {
		this.tenant.setOnline(chat, member, online);
	}

	/** Shows a toast to Ada. */
	void showToast(Chat chat, Toast toast) {
		this.tenant.showToast(chat, this.tenant.member(chat, "ada"), toast);
	}

	/** Opens the screen of Ada with at least one card. */
	void open(Chat chat, String device, String theme) {
		open("?member=ada&chat=%s&device=%s&theme=%s".formatted(chat.id(), device, theme),
				device.equals("pc") ? 1360 : 500);
		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(CARDS)));
	}

	void open(String query, int width) {
		this.browser.manage().window().setSize(new Dimension(width, 1000));
		this.browser.get("http://127.0.0.1:%d/%s".formatted(this.server.port(), query));
		this.wait.until(ExpectedConditions.attributeToBe(By.id("connection"), "data-state", "live"));
	}

	List<WebElement> find(String selector) {
		return this.browser.findElements(By.cssSelector(selector));
	}

	WebElement card() {
		return find(CARDS).get(0);
	}

	@Nullable Object run(String script, Object... arguments) {
		return this.browser.executeScript(script, arguments);
	}

	@Nullable Object runLater(String script, Object... arguments) {
		this.browser.manage().timeouts().scriptTimeout(PATIENCE);
		return this.browser.executeAsyncScript(script, arguments);
	}

	/** Waits until a script returns true. */
	boolean becomesTrue(String script, Object... arguments) {
		return this.wait.until((driver) -> Boolean.TRUE.equals(run(script, arguments)));
	}

	/** Presses keys where the focus is. */
	void press(CharSequence... keys) {
		new Actions(this.browser).sendKeys(keys).perform();
	}

	/** Presses a key with Shift where the focus is. */
	void pressWithShift(Keys key) {
		new Actions(this.browser).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
	}

	WebElement focused() {
		return this.browser.switchTo().activeElement();
	}

	List<String> problemsOnConsole() {
		return problemsOnConsole(this.browser);
	}

	static List<String> problemsOnConsole(WebDriver browser) {
		return browser.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	@Override
	public void close() {
		this.browser.quit();
		this.server.close();
	}

}
