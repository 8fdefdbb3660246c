package io.ephemeral.feishu.simulator;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page draws of each component, in a real browser. Run by the profile
 * {@code browser}; leaves pictures in {@code target/pictures}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CardPictureBrowserTests {

	private static final Path CARDS = Path.of("src/test/resources/io/ephemeral/feishu/simulator/cards");

	private static final Path PICTURES = Path.of("target", "pictures");

	/** Placeholders of the documents, which are no components. */
	private static final Set<String> NO_COMPONENTS = Set.of("xxx");

	private static final Pattern MEMBER = Pattern.compile("\\bou_(ada|bob|carl)\\b");

	private static final String ALL = "all components";

	/** Puts the cards of the screen into columns, each under its name. */
	private static final String ARRANGE = """
			const [names, columnCount, width] = arguments;
			const cards = [...document.querySelectorAll('article.card')];
			const sheet = document.createElement('div');
			Object.assign(sheet.style, {display: 'flex', gap: '16px', padding: '16px', alignItems: 'flex-start', \
			width: 'max-content'});
			document.body.replaceChildren(sheet);
			const columns = Array.from({length: columnCount}, () => {
				const column = document.createElement('div');
				Object.assign(column.style, {width: `${width}px`, display: 'grid', gap: '14px'});
				sheet.append(column);
				return column;
			});
			names.map((name, index) => {
				const place = document.createElement('figure');
				const label = document.createElement('figcaption');
				label.textContent = name;
				Object.assign(label.style, {font: '600 13px monospace', color: 'var(--soft)', paddingBottom: '4px'});
				place.append(label, cards[index]);
				columns[0].append(place);
				return {place, height: place.offsetHeight + 14};
			}).sort((one, other) => other.height - one.height).map(({place}) => place).forEach((place, index) => {
				if (index === 0) {
					columns[0].replaceChildren();
				}
				columns.reduce((low, column) => column.offsetHeight < low.offsetHeight ? column : low).append(place);
			});
			return [sheet.offsetWidth, sheet.offsetHeight];
			""";

	/** Charts follow the size of their place a moment later. */
	private static final String CHARTS_FIT = """
			return [...document.querySelectorAll('.plot')].every((plot) => {
				const canvas = plot.querySelector('canvas');
				return canvas ? ['clientWidth', 'clientHeight'].every((size) => Math.abs(plot[size] - canvas[size]) < 2)
					: plot.childElementCount > 0;
			});
			""";

	@TempDir
	private static Path profile;

	private static final EventPayloads PAYLOADS = new EventPayloads("cli_pictures", "tenant", "token");

	private static final EventSender EVENTS = new EventSender(Clock.systemUTC(), new EventSeal("", "token"), false,
			new Connections(Clock.systemUTC(), () -> URI.create("ws://127.0.0.1")), () -> AppGrants.ALL);

	private final Tenant tenant = new Tenant(PAYLOADS.appId(), PAYLOADS.tenantKey(), Clock.systemUTC(),
			new MessageAnnouncements(EVENTS, PAYLOADS));

	private SimulatorServer server;

	private ChromeDriver browser;

	private WebDriverWait wait;

	@BeforeAll
	void start() throws IOException {
		Clock clock = Clock.systemUTC();
		AppTickets tickets = new AppTickets(new App("cli_1", "secret", false, clock), EVENTS, PAYLOADS, clock);
		Page page = new Page(this.tenant, EVENTS);
		PageActions actions = new PageActions(this.tenant, new Clicks(this.tenant, EVENTS, PAYLOADS), EVENTS, PAYLOADS,
				tickets, TypedMessage::of);
		this.server = new SimulatorServer(0, new ApiRoutes(clock, new RequestLog(), new Faults()::next),
				List.of(page::addTo, actions::addTo));
		Chat all = createChat(ALL);
		for (Path file : filesOf(CARDS)) {
			show(file, all);
			show(file, createChat(nameOf(file)));
		}
		Files.createDirectories(PICTURES);
		this.browser = openBrowser();
		this.wait = new WebDriverWait(this.browser, DrawnPage.PATIENCE);
	}

	@AfterAll
	void stop() {
		if (this.browser != null) {
			this.browser.quit();
		}
		this.server.close();
	}

	@AfterEach
	void consoleIsSilent() {
		assertThat(DrawnPage.problemsOnConsole(this.browser)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "pc, light", "pc, dark", "phone, light", "phone, dark" })
	void componentsWhenDrawnThenAllAreKnown(String device, String theme) throws IOException {
		List<String> names = filesOf(CARDS).stream().map(CardPictureBrowserTests::nameOf).toList();

		open(ALL, device, theme);

		assertThat(find("article.card")).hasSize(names.size());
		assertThat(find(".unknown")).isEmpty();
		assertThat(widthsOfCards()).allMatch((width) -> width <= (device.equals("pc") ? 600 : 375));
		takeSheet(names, device.equals("pc") ? 420 : 347, "components-" + device + "-" + theme + ".png");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			header                | .card-title                                        | 1 | Release 4.2 is out ✅
			header                | .card-subtitle                                     | 1 | Train of week 27
			header                | .card-header .tag                                  | 3 | stable
			header                | .card-header [data-token=flag_outlined]            | 1 |
			header                | .card-body .sized                                  | 1 | all regions
			header                | article.linked                                     | 1 |
			column_set            | .columns                                           | 3 | Parcels
			column_set            | .column.painted                                    | 3 | Shelves
			column_set            | .columns.painted.jumps[role=link]                  | 1 | Dock 3
			form                  | form.form .field                                   | 4 |
			form                  | .label.required                                    | 1 | Topic
			form                  | .counter                                           | 1 | 0/60
			interactive_container | .interactive-container[role=button]                | 4 | recommended
			interactive_container | .interactive-container.laser                       | 1 | On foot
			interactive_container | .interactive-container[aria-disabled=true]         | 1 | Balloon
			interactive_container | .interactive-container[title='Takes 4 hours']      | 1 |
			collapsible_panel     | .panel.open.bordered                               | 1 | old map
			collapsible_panel     | .panel-header[aria-expanded=false]                 | 2 | Open questions
			div                   | .clamped                                           | 1 | A long sentence
			div                   | .short-field                                       | 2 | Lisbon
			div                   | .div .tag                                          | 1 | lime
			div                   | .emoji                                             | 1 | 👌
			markdown              | .markdown h1                                       | 1 | Garden plan
			markdown              | .mention                                           | 2 | @ada
			markdown              | .person.capsule                                    | 1 | bob
			markdown              | time                                               | 1 | 2026
			markdown              | .number-tag                                        | 1 | 12
			markdown              | .markdown p                                        | 4 | **not bold**
			markdown              | .marked                                            | 1 | orange
			markdown              | a[href='https://example.com/day'] .icon            | 1 |
			markdown              | .markdown-table .pager                             | 1 | 1 / 2
			markdown              | pre code                                           | 1 | bed.water()
			markdown              | img[data-image-key=img_garden]                     | 1 |
			img                   | figcaption                                         | 1 | The lake at dawn
			img                   | .image img                                         | 5 |
			img                   | .image .previewable                                | 4 |
			img_combination       | .images-triple .previewable                        | 3 |
			img_combination       | .images-trisect .previewable                       | 6 |
			person                | .person .avatar-large                              | 1 | A
			person                | .person.capsule                                    | 1 | bob
			person                | .person                                            | 3 | ou_5f3a…f40
			person_list           | .person-list                                       | 3 | bob
			person_list           | .person-list.clamped .avatar                       | 3 | A
			chart                 | .chart .plot[role=img] canvas                      | 3 |
			chart                 | .plot[aria-label='Jars per month']                 | 1 |
			charts                | .chart .plot[role=img] canvas                      | 9 |
			charts                | .chart .chart-refused td                           | 3 | pond
			table                 | .table.frozen th                                   | 7 | Harbour
			table                 | .table tbody tr:not([hidden])                      | 4 | €1,204.50
			table                 | .table tr:not([hidden]) .tag                       | 4 | open
			table                 | .table tr:not([hidden]) time                       | 4 | 2025/01/01
			table                 | .table tr:not([hidden]) .person                    | 5 | ada
			hr                    | hr                                                 | 1 |
			button                | .button                                            | 17 | default
			button                | .button-laser, .button-danger_filled, .button-text | 3 |
			button                | .size-tiny, .size-small, .size-large               | 3 | tiny
			button                | a.button[href='https://example.com/manual/pc']     | 1 | Open the manual
			button                | .button.fill[title='There is no way back']         | 1 | Delete everything
			button                | .button[aria-disabled=true]                        | 1 | Not yet
			input                 | .input.left                                        | 1 | Nickname
			input                 | textarea.grows                                     | 1 |
			input                 | input[type=password]                               | 1 |
			input                 | input:disabled                                     | 1 |
			overflow              | .button[aria-haspopup=menu]                        | 1 |
			select_static         | .select                                            | 4 | Choose a drink
			select_static         | .select-text                                       | 1 | Large
			multi_select_static   | .select .choice                                    | 1 | Olives
			select_person         | .select-text .choice                               | 1 | bob
			multi_select_person   | .select .choice .avatar                            | 1 | A
			date_picker           | .picker:not(.empty)                                | 1 | 2026-05-17
			date_picker           | .picker.empty                                      | 1 | Which day?
			picker_time           | .picker:not(.empty)                                | 1 | 18:45
			picker_datetime       | .picker:not(.empty)                                | 1 | 2026-05-17 18:45
			select_img            | .layout-trisect [role=radio]                       | 3 |
			select_img            | .layout-bisect [role=checkbox]                     | 2 |
			select_img            | .magnifier                                         | 2 |
			select_img            | [role=radio][aria-disabled=true]                   | 1 |
			checker               | .checker.checked.strikes                           | 1 | Lights off
			checker               | .checker-buttons .button                           | 1 |
			checker               | .checker input:disabled                            | 1 |
			audio                 | .audio-play                                        | 2 |
			audio                 | .audio-speak                                       | 1 | 0:12
			""")
	void componentWhenDrawnThenShowsItsFeatures(String card, String selector, int count, @Nullable String text) {
		if (!isOpen(card)) {
			open(card, "pc", "light");
		}

		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".screen " + selector), count));
		if (text != null) {
			assertThat(find(selector)).extracting(WebElement::getText)
				.anySatisfy((shown) -> assertThat(shown).contains(text));
		}
	}

	@Test
	@EnabledIfSystemProperty(named = "cards", matches = ".+")
	void cardsOfFolderWhenDrawnThenOnlyPlaceholdersAreUnknown() throws IOException {
		List<Path> files = filesOf(Path.of(System.getProperty("cards")));
		Chat chat = createChat("folder");
		files.forEach((file) -> show(file, chat));

		open("folder", "pc", "light");

		assertThat(find("article.card")).hasSize(files.size());
		assertThat(find(".unknown")).extracting((unknown) -> unknown.getDomAttribute("data-tag"))
			.allMatch(NO_COMPONENTS::contains);
		assertThat(find("article.card:not(:has(.card-body, .card-header))")).isEmpty();
		takeSheet(files.stream().map(CardPictureBrowserTests::nameOf).toList(), 420, "folder.png");
	}

	@Test
	void sheetWhenTakenThenShowsEachComponentOnce() throws IOException {
		Chat chat = createChat("sheet");
		List<Path> files = filesOf(CARDS).stream().filter((file) -> !nameOf(file).equals("charts")).toList();
		files.forEach((file) -> show(file, chat));

		open("sheet", "pc", "light");
		Path picture = takeSheet(files.stream().map(CardPictureBrowserTests::nameOf).toList(), 420, "components.png");

		assertThat(picture).satisfies((file) -> assertThat(Files.size(file)).isLessThan(1_500_000));
	}

	@Test
	void cardOfFirstVersionWhenDrawnThenShowsItsRows() {
		createChat("first version",
				"""
						{"header":{"title":{"tag":"plain_text","content":"Old"},"template":"red"},"elements":[
						{"tag":"div","text":{"tag":"lark_md","content":"**text**"},"extra":{"tag":"button","text":{"tag":"plain_text",
						"content":"Beside"},"value":{"a":1}}},{"tag":"hr"},{"tag":"action","actions":[{"tag":"button","text":{"tag":
						"plain_text","content":"Below"},"url":"https://example.com"}]},{"tag":"note","elements":[{"tag":"plain_text",
						"content":"Small"}]},{"tag":"nonsense"}]}""");

		open("first version", "pc", "light");

		assertThat(find(".div.with-extra .button")).extracting(WebElement::getText).containsExactly("Beside");
		assertThat(find(".row a.button")).extracting(WebElement::getText).containsExactly("Below");
		assertThat(find(".note")).extracting(WebElement::getText).containsExactly("Small");
		assertThat(find(".unknown")).extracting(WebElement::getText).singleElement().asString().contains("nonsense");
	}

	@Test
	void cardWhenMalformedThenIsDrawnAllTheSame() {
		createChat("malformed",
				"""
						{"schema":"2.0","config":{"style":{"color":{"mine":{"light_mode":"red;background:url(x)"}}},"width_mode":[]},
						"header":{"title":null,"template":"constructor","padding":"1px;color:red"},"body":{"padding":{},"elements":[
						null,7,{"tag":"__proto__"},{"tag":"markdown","content":"<font color='mine'>plain</font><img src=x onerror=alert(1)>",
						"margin":"calc(1px) url(x)"},{"tag":"column_set","columns":"none"},{"tag":"table","columns":[{"name":"a"}],
						"rows":[{"a":{}},null]},{"tag":"chart","chart_spec":{"type":"pie","data":{"values":[{}]}}},
						{"tag":"select_static","options":[null]},{"tag":"button","text":{"content":"x"},
						"behaviors":[{"type":"open_url","default_url":"javascript:alert(2)"}]}]}}""");

		open("malformed", "pc", "light");

		assertThat(find(".markdown")).extracting(WebElement::getText).contains("plain");
		assertThat(find(".card :is([onerror], [href^=javascript], script, [style*=url])")).isEmpty();
		assertThat(find(".chart, .table, .select, .button.no-link")).hasSize(4);
		assertThat(find(".unknown")).hasSize(4);
	}

	@Test
	void chartWhenSpecificationHoldsMarkupThenItIsText() {
		createChat("hostile chart",
				"""
						{"schema":"2.0","body":{"elements":[{"tag":"chart","preview":false,"chart_spec":{"type":"pie","innerRadius":0,
						"title":{"text":"<img src=x onerror=alert(1)>"},"categoryField":"<b>name</b>","valueField":"value",
						"data":{"values":[{"<b>name</b>":"<img src=x onerror=alert(2)>","value":1}]},
						"label":{"visible":true},"legends":{"visible":true},
						"tooltip":{"renderMode":"html","enterable":true,"mark":{"title":{"value":"<img src=x onerror=alert(3)>"}}},
						"customMark":[{"type":"text","style":{"text":{"type":"html","text":{"dom":"<img src=x onerror=alert(4)>"}},
						"html":{"dom":"<iframe src=javascript:alert(5)></iframe>"},"react":{"element":"x"}}}]}}]}}""");

		open("hostile chart", "pc", "light");
		WebElement canvas = this.wait
			.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".plot canvas")));
		new Actions(this.browser).moveToElement(canvas, 0, 20).moveByOffset(5, 5).perform();

		assertThat(find(":is(img, iframe, b, [onerror]), body > div:not([class])")).isEmpty();
	}

	@Test
	void chartWhenRefusedByVChartThenShowsErrorAndData() {
		createChat("refused charts", """
				{"schema":"2.0","body":{"elements":[
				{"tag":"chart","preview":false,"chart_spec":{"type":"line","xField":"day","yField":"fish",
				"data":{"values":[{"day":"Monday","fish":3}]},"label":{"visible":true,"formatMethod":"alert(1)"}}},
				{"tag":"chart","preview":false,"chart_spec":{"type":"__proto__","data":null}},
				{"tag":"chart","preview":false,"chart_spec":"none"}]}}""");

		open("refused charts", "pc", "light");

		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".chart-refused"), 3));
		assertThat(find(".chart-refused")).extracting(WebElement::getText)
			.satisfiesExactly((text) -> assertThat(text).contains("line", "not a function", "Monday"),
					(text) -> assertThat(text).contains("__proto__"), (text) -> assertThat(text).contains("no type"));
	}

	@Test
	void chartWhenThemeIsSwitchedThenIsDrawnAnew() {
		open("chart", "pc", "light");
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".plot canvas"), 3));
		String light = find(".plot").get(0).getScreenshotAs(OutputType.BASE64);

		find("button[data-theme=dark]").get(0).click();

		this.wait.until((driver) -> !find(".plot").get(0).getScreenshotAs(OutputType.BASE64).equals(light));
		assertThat(find(".plot canvas")).hasSize(3);
	}

	@Test
	void chartWhenEnlargedThenIsDrawnLarge() {
		open("chart", "pc", "light");

		new Actions(this.browser).moveToElement(find(".chart").get(0)).perform();
		find(".chart-preview").get(0).click();

		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("dialog.preview .plot canvas")));
	}

	@Test
	void panelWhenPressedThenOpensAndCloses() {
		open("collapsible_panel", "pc", "light");
		WebElement header = find(".panel-header").get(1);

		header.click();
		assertThat(find(".panel.open")).hasSize(2);
		assertThat(body()).contains("Who waters the plants");

		header.sendKeys(Keys.ENTER);
		assertThat(body()).doesNotContain("Who waters the plants");
	}

	@Test
	void optionWhenChosenThenIsShownAndReported() {
		open("select_static", "pc", "light");

		find(".select").get(0).click();
		find(".menu-option").get(1).click();

		assertThat(find(".select").get(0).getText()).isEqualTo("Coffee");
		assertThat(told()).contains("\"option\":\"coffee\"")
			.contains("\"question\":\"drink\"")
			.contains("nothing was called");
		assertThat(find(".menu")).isEmpty();
	}

	@Test
	void selectWhenUsedByKeyboardThenMovesThroughOptions() {
		open("select_static", "pc", "light");

		find(".select").get(0).sendKeys(Keys.ENTER);
		this.browser.switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
		this.browser.switchTo().activeElement().sendKeys(Keys.ENTER);

		assertThat(find(".select").get(0).getText()).isEqualTo("Coffee");
	}

	@Test
	void selectWhenForPersonsThenOffersMembersOfChat() {
		open("select_person", "pc", "light");

		find(".select").get(0).click();

		assertThat(find(".menu-option")).extracting(WebElement::getText)
			.satisfiesExactly((ada) -> assertThat(ada).contains("ada"), (bob) -> assertThat(bob).contains("bob"),
					(carl) -> assertThat(carl).contains("carl"));
	}

	@Test
	void optionsWhenChosenInFormThenAreSubmittedTogether() {
		open("multi_select_static", "pc", "light");

		find(".select").get(0).click();
		find(".menu-option").get(1).click();
		find(".menu-option").get(2).click();
		this.browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
		press("Send");

		assertThat(told()).contains("\"form_value\":{\"toppings\":[\"olives\",\"capers\",\"basil\"]}");
	}

	@Test
	void personsWhenInvitedThenTheirIdsAreSubmitted() {
		open("multi_select_person", "pc", "light");

		find(".select").get(0).click();
		find(".menu-option").get(1).click();
		this.browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
		press("Send");

		Chat chat = this.tenant.chats().get(0);
		assertThat(told()).contains(openId(chat, "ada")).contains(openId(chat, "bob"));
	}

	@ParameterizedTest
	@CsvSource({ "date_picker, 06302026, 2026-06-30", "picker_time, 0715AM, 07:15",
			"picker_datetime, 06302026\t0715AM, 2026-06-30 07:15" })
	void momentWhenPickedThenIsReported(String card, String keys, String moment) {
		open(card, "pc", "light");

		find(".picker input").get(0).sendKeys(keys);
		this.browser.executeScript("arguments[0].blur()", find(".picker input").get(0));

		assertThat(told()).contains("\"option\":\"" + moment + "\"").contains("\"timezone\"");
		assertThat(find(".picker").get(0).getText()).isEqualTo(moment);
	}

	@Test
	void checkerWhenTickedThenIsStruckThroughAndReported() {
		open("checker", "pc", "light");

		find(".checker-text").get(1).click();

		assertThat(find(".checker.checked")).hasSize(2);
		assertThat(told()).contains("\"checked\":true").contains("windows");
	}

	@Test
	void menuWhenOptionIsChosenThenIsReported() {
		open("overflow", "pc", "light");

		find("[aria-haspopup=menu]").get(0).click();
		find("[role=menuitem]").get(1).click();

		assertThat(told()).contains("\"option\":\"keep\"").contains("\"parcel\":7");
	}

	@Test
	void imageWhenChosenThenIsMarkedUnlessDisabled() {
		open("select_img", "pc", "light");

		find("[role=radio]").get(1).click();
		assertThat(find("[aria-checked=true]")).hasSize(1);
		assertThat(told()).contains("\"options\":\"b\"");

		find("[role=radio]").get(2).click();
		assertThat(told()).contains("Taken");
	}

	@Test
	void inputWhenSentThenIsReported() {
		open("input", "pc", "light");

		find("input[name=nickname]").get(0).sendKeys("Ada", Keys.ENTER);

		assertThat(find(".counter").get(0).getText()).isEqualTo("3/20");
		assertThat(told()).contains("\"input_value\":\"Ada\"");
	}

	@Test
	void formWhenRequiredFieldsAreEmptyThenIsNotSubmitted() {
		open("form", "pc", "light");

		press("Book");
		assertThat(find(".field.missing")).hasSize(2);
		assertThat(told()).isEqualTo("Required: Topic, Choose a room").doesNotContain("callback");

		find("input[name=topic]").get(0).sendKeys("Bees");
		find(".select").get(0).click();
		find(".menu-option").get(0).click();
		press("Book");
		assertThat(find(".field.missing")).isEmpty();
		assertThat(told()).contains("\"topic\":\"Bees\"", "\"start\":\"2026-03-02 09:30\"", "\"room\":\"room-1\"",
				"\"catering\":true", "\"value\":{\"action\":\"book\"}");
	}

	@Test
	void formWhenResetThenShowsItsInitialValues() {
		open("form", "pc", "light");
		find("input[name=topic]").get(0).sendKeys("Bees");
		find(".checker input").get(0).click();

		press("Clear");

		assertThat(find("input[name=topic]").get(0).getDomProperty("value")).isEmpty();
		assertThat(find(".checker input").get(0).isSelected()).isTrue();
	}

	@Test
	void buttonWhenItAsksFirstThenReportsOnlyAfterOk() {
		open("button", "pc", "light");

		press("Delete everything");
		assertThat(find("dialog.confirm").get(0).getText()).contains("Delete everything?", "Nothing will be left.");
		press("Cancel");
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("dialog"), 0));
		assertThat(find(".told")).isEmpty();

		press("Delete everything");
		press("OK");
		assertThat(told()).contains("\"action\":\"delete\"");
	}

	@Test
	void buttonWhenDisabledThenTellsWhy() {
		open("button", "pc", "light");

		press("Not yet");

		assertThat(told()).isEqualTo("Opens on Friday");
	}

	@Test
	void tableWhenPageIsTurnedThenShowsOtherRows() {
		open("table", "pc", "light");

		find(".pager-button").get(1).click();

		assertThat(find(".table tbody tr:not([hidden])")).hasSize(2);
		assertThat(body()).contains("Fjord").doesNotContain("Aster").contains("2 / 2");
	}

	@Test
	void imageWhenPressedThenIsEnlarged() {
		open("img", "pc", "light");

		find(".previewable").get(0).click();
		assertThat(find("dialog.preview img")).hasSize(1);

		find("dialog.preview").get(0).click();
		this.wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("dialog"), 0));
	}

	@Test
	void viewWhenSwitchedThenAddressRemembersIt() {
		open("column_set", "pc", "light");
		String light = find(".card").get(0).getCssValue("background-color");

		find("button[data-theme=dark]").get(0).click();
		find("button[data-device=phone]").get(0).click();
		this.browser.navigate().refresh();
		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("article.card")));

		assertThat(find(".card").get(0).getCssValue("background-color")).isNotEqualTo(light);
		assertThat(find(".screen").get(0).getSize().getWidth()).isEqualTo(375);
		assertThat(find(".columns[data-flex-mode=bisect]").get(0).getCssValue("display")).isEqualTo("grid");
	}

	private ChromeDriver openBrowser() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
				"--force-color-profile=srgb", "--lang=en-US", "--user-data-dir=" + profile);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		ChromeDriverService driver = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
			.build();
		return new ChromeDriver(driver, options);
	}

	private Chat createChat(String name) {
		return this.tenant.createChat(name, ChatMode.GROUP, List.of("ada", "bob", "carl"));
	}

	private void createChat(String name, String card) {
		show(Json.parse(card), createChat(name));
	}

	private void show(Path file, Chat chat) {
		try {
			String json = MEMBER.matcher(Files.readString(file)).replaceAll((match) -> openId(chat, match.group(1)));
			show(Json.parse(json), chat);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Beside the API, which refuses some of what the page can draw. */
	private void show(JsonNode card, Chat chat) {
		this.tenant.show(chat.id(), "open_id", openId(chat, "ada"), (ObjectNode) card);
	}

	private String openId(Chat chat, String name) {
		return this.tenant.member(chat, name).openId();
	}

	private static List<Path> filesOf(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
	}

	private static String nameOf(Path file) {
		return file.getFileName().toString().replace(".json", "");
	}

	private void open(String chatName, String device, String theme) {
		Chat chat = this.tenant.chats()
			.stream()
			.filter((candidate) -> candidate.name().equals(chatName))
			.findFirst()
			.orElseThrow();
		this.browser.manage().window().setSize(new Dimension(1360, 1000));
		this.browser.get("http://127.0.0.1:%d/?member=ada&chat=%s&device=%s&theme=%s".formatted(this.server.port(),
				chat.id(), device, theme));
		this.wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("article.card")));
	}

	private boolean isOpen(String chatName) {
		List<WebElement> names = this.browser.findElements(By.id("chat-name"));
		return !names.isEmpty() && names.get(0).getText().equals(chatName);
	}

	private List<WebElement> find(String selector) {
		return this.browser.findElements(By.cssSelector(selector));
	}

	private String body() {
		return find("article.card").get(0).getText();
	}

	private String told() {
		return this.wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".told p"))).getText();
	}

	private void press(String text) {
		find(".button").stream().filter((button) -> button.getText().equals(text)).findFirst().orElseThrow().click();
	}

	private List<Integer> widthsOfCards() {
		return find("article.card").stream().map((card) -> card.getSize().getWidth()).toList();
	}

	private Path takeSheet(List<String> names, int width, String name) throws IOException {
		List<?> size = (List<?>) Objects.requireNonNull(this.browser.executeScript(ARRANGE, names, 4, width));
		this.browser.manage()
			.window()
			.setSize(new Dimension(((Number) size.get(0)).intValue(), ((Number) size.get(1)).intValue() + 150));
		this.wait.until((driver) -> (Boolean) this.browser.executeScript(CHARTS_FIT));
		Path picture = PICTURES.resolve(name);
		WebElement sheet = find("body > div").get(0);
		return Files.write(picture, sheet.getScreenshotAs(OutputType.BYTES));
	}

}
