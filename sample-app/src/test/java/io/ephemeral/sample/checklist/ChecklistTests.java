package io.ephemeral.sample.checklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.sample.SampleApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole checklist on the simulator, over the long connection.
 * {@code -Dreference=write} writes {@code docs/checklist-report.md} again.
 */
class ChecklistTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "checklist-report.md");

	private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);

	@TempDir
	private Path folder;

	private ConfigurableApplicationContext application;

	private FeishuSimulator feishu;

	private SimulatedPerson person;

	private SimulatedChat chat;

	@BeforeEach
	void start() {
		this.application = new SpringApplicationBuilder(SampleApplication.class, SimulatedSurroundings.class)
			.run("--checklist", "--server.port=0", "--sample.checklist.report=" + file());
		this.feishu = this.application.getBean(FeishuSimulator.class);
		this.person = this.application.getBean(SimulatedPerson.class);
		this.chat = this.feishu.chats().get(0);
		this.chat.setLanguage("ada", Locale.US);
		this.chat.setTimeZone("ada", ZoneId.of("Asia/Shanghai"));
		this.feishu.createChat("dora");
		habits();
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void checklistWhenAdaDoesEverythingThenReportEqualsDocument() throws IOException {
		String report = report();

		if (System.getProperty("reference", "").equals("write")) {
			Files.writeString(DOCUMENT, report);
			return;
		}
		assertThat(report)
			.as("The document differs; write it again with mvn test -pl sample-app -am -Dtest=ChecklistTests"
					+ " -Dsurefire.failIfNoSpecifiedTests=false -Dreference=write")
			.isEqualTo(Files.readString(DOCUMENT));
	}

	@Test
	void checklistWhenDoneThenGroupIsAsBefore() {
		report();

		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void reportWhenWrittenThenHasNoSecretAndNoId() {
		assertThat(report()).doesNotContain(this.feishu.appSecret(), this.feishu.verificationToken(),
				this.feishu.encryptKey(), this.feishu.appId(), this.feishu.tenantKey(), this.feishu.botOpenId(),
				this.chat.id(), this.chat.openId("ada"), this.chat.userId("ada"), this.chat.name(), "dora@", "t-");
	}

	@Test
	void reportWhenPersonAnswersNoThenNamesAssumptionAndPartOfLibrary() {
		this.person.answers("Did the card \"Answer\" take the place", () -> Answer.NO);

		assertThat(section(report(), "Click answered by a card")).contains("**Result: differs.**",
				"The card of the reply does not replace the clicked card.",
				"The library assumes: The card of the reply replaces the clicked card.",
				"This affects `CardActionReply.card`");
	}

	@Test
	void reportWhenPersonSkipsThenQuestionIsNotSettledAndLaterStepsRun() {
		this.person.skips("Press the button \"Start\"");
		this.person.answers("Quit the client on all your devices", () -> Answer.SKIP);

		String report = report();

		assertThat(section(report, "Click answered by a late update")).contains("**Result: skipped.**",
				"The person skipped the task: Press the button \"Start\" on the card \"Wait\"");
		assertThat(report).contains("| Does a viewer who was offline see the card later? "
				+ "| The viewer never sees the card. | – | not settled |");
		assertThat(section(report, "Same uuid twice")).contains("**Result: as expected.**");
	}

	@Test
	void reportWhenPlatformFailsThenHasCodeEffectAndHintAndLaterStepsRun() {
		this.person.answers("with a mark that only you see it", () -> {
			this.feishu.faults()
				.on("/open-apis/ephemeral/v1/send")
				.next()
				.meet(Fault.error(200, 18053, "chat can not be thread"));
			return Answer.YES;
		});

		String report = report();

		assertThat(section(report, "Replacement")).contains("**Result: failed.**", "18053 chat can not be thread",
				"HTTP status 200", "effect NONE", "topic groups and direct chats do not support ephemeral cards");
		assertThat(section(report, "Deletion")).contains("**Result: as expected.**");
	}

	@Test
	void reportWhenScopeIsMissingThenNamesIt() {
		this.feishu.grantOnly("im:message:send_as_bot", "im:message.group_at_msg:readonly", "im:user_agent:read");

		String report = report();

		assertThat(section(report, "Scopes")).contains("**Result: failed.**", "grant",
				"lacks the scope im:chat:readonly");
		assertThat(section(report, "Card for one member")).contains("**Result: as expected.**");
	}

	@Test
	void reportWhenViewerIsUnknownThenFurtherCardsAreSkipped() {
		this.person.skips("Mention the bot");
		this.person.types("Type your open id", () -> "ou_nobody");

		String report = report();

		assertThat(section(report, "Card for one member")).contains("**Result: failed.**",
				"check the id of the viewer");
		assertThat(section(report, "Replacement")).contains("**Result: skipped.**",
				"The id of the person is not known.");
	}

	@Test
	void checklistWhenRunThenLeadsThroughAllSteps() {
		report();

		assertThat(this.person.shown()).contains("Step 1 of 24: Credentials and region", "Step 24 of 24: Wrong ids")
			.last()
			.asString()
			.contains(file().toString());
	}

	@Test
	void messageWhenOfSomebodyElseThenChoosesNobody() {
		this.person.does("Mention the bot", () -> {
			this.chat.member("bob").says("Lunch at twelve?");
			this.chat.member("ada").mentionsBot("checklist");
		});

		assertThat(section(report(), "Card for one member")).contains("**Result: as expected.**");
	}

	private String report() {
		this.application.getBean(Checklist.class).run();
		try {
			return Files.readString(file());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path file() {
		return this.folder.resolve("report.md");
	}

	private static String section(String report, String title) {
		return List.of(report.split("\n## "))
			.stream()
			.filter((section) -> section.split("\n", 2)[0].endsWith(". " + title))
			.findFirst()
			.orElseThrow();
	}

	/** What Ada does if a test does not change it. */
	private void habits() {
		this.person.types("Number of a group", () -> "1");
		this.person.does("Mention the bot", () -> this.chat.member("ada").mentionsBot("checklist"));
		this.person.answers("with a mark that only you see it", () -> yes(card("Only for you").onlyYou()));
		this.person.answers("Ask another member", () -> yes(this.chat.seenBy("bob").isEmpty()));
		this.person.answers("\"After\", and no card \"Before\"", () -> yes(sees("After") && !sees("Before")));
		this.person.answers("Do you see the card \"To be deleted\"", () -> yes(sees("To be deleted")));
		this.person.answers("Is the card \"To be deleted\" gone", () -> yes(!sees("To be deleted")));
		clickHabits();
		formHabits();
		this.person.answers("Are you logged in on two devices", () -> Answer.NO);
		this.person.answers("Quit the client on all your devices", () -> {
			this.chat.goOffline("ada");
			return Answer.YES;
		});
		this.person.answers("Start the client again", () -> {
			this.chat.goOnline("ada");
			return yes(sees("Sent while you were offline"));
		});
		this.person.types("colleague who is not in the group", () -> "dora@example.com");
		this.person.answers("\"Twice\" two times", () -> yes(titles().stream().filter("Twice"::equals).count() == 2));
		this.person.answers("\"Not translated\"", () -> yes(card("Languages").text().contains("Not translated")));
	}

	private void clickHabits() {
		press("Reply", "Question");
		this.person.answers("\"Answer\" take the place of", () -> yes(sees("Answer") && !sees("Question")));
		this.person.answers("Is the card \"Answer\" gone", () -> yes(!sees("Answer")));
		press("Reply", "Older question");
		this.person.answers("\"Older answer\" take the place of",
				() -> yes(sees("Older answer") && !sees("Older question")));
		press("Start", "Wait");
		this.person.answers("the card \"Updated late\"", () -> yes(sees("Updated late")));
		this.person.answers("the card \"Updated without viewers\"", () -> yes(sees("Updated without viewers")));
		press("Delete", "Temporary");
		this.person.answers("Is the card \"Temporary\" gone", () -> yes(!sees("Temporary")));
	}

	private void press(String button, String title) {
		this.person.does("Press the button \"%s\" on the card \"%s\"".formatted(button, title),
				() -> card(title).press(button));
	}

	private void formHabits() {
		this.person.types("Key of an image", () -> "img_v3_soup");
		this.person.does("Fill in each field",
				() -> card("Form")
					.submit(Map.of("text", "test", "dish", "Rice", "sides", List.of("soup", "salad"), "cook", "ada",
							"guests", List.of("ada", "bob"), "day", CHRISTMAS_EVE, "time", LocalTime.of(12, 30), "when",
							LocalDateTime.of(2026, 12, 24, 12, 30), "hungry", true, "picture", "first")));
		this.person.does("press the text \"Container\"", () -> card("Components").press("Container"));
		choose("choose \"Later\"", "menu", "later");
		choose("type test in the field", "Text", "test");
		choose("choose \"Rice\"", "Dish", "Rice");
		choose("choose yourself", "Cook", "ada");
		choose("choose a day in the field", "Day", CHRISTMAS_EVE);
		choose("choose a time", "Time", LocalTime.of(12, 30));
		choose("choose a day and a time", "Day and time", LocalDateTime.of(2026, 12, 24, 12, 30));
		choose("check \"Hungry\"", "Hungry", true);
		choose("choose an image", "picture", "second");
		this.person.does("\"Button without a value\"",
				() -> card("Button without a value").submit(Map.of("text", "test")));
	}

	private void choose(String instruction, String label, Object value) {
		this.person.does(instruction, () -> card("Components").choose(label, value));
	}

	private ShownCard card(String title) {
		return this.chat.seenBy("ada")
			.stream()
			.filter((card) -> card.title().equals(title))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Ada does not see the card " + title + ", but " + titles()));
	}

	private boolean sees(String title) {
		return titles().contains(title);
	}

	private List<String> titles() {
		return this.chat.seenBy("ada").stream().map(ShownCard::title).toList();
	}

	private static Answer yes(boolean condition) {
		return condition ? Answer.YES : Answer.NO;
	}

	@Configuration(proxyBeanMethods = false)
	static class SimulatedSurroundings {

		@Bean
		SimulatedPerson simulatedPerson() {
			return new SimulatedPerson();
		}

		@Bean
		Surroundings simulatedSurroundings(FeishuSimulator feishu) {
			return new Surroundings(true, LocalDate.of(2026, 1, 1), feishu.baseUrl(), "those of this document",
					"over a long connection");
		}

	}

}
