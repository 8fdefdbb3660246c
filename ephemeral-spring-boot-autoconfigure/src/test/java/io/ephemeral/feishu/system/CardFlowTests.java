package io.ephemeral.feishu.system;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.flow.CardFlows;
import io.ephemeral.feishu.flow.Outcome;
import io.ephemeral.feishu.flow.Step;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Flows, as a member of the simulator answers them.
 */
@SpringBootTest(
		classes = { TestApplication.class, LeaveFlow.class, CardFlowTests.Rating.class, CardFlowTests.Menu.class },
		webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feishu.callback.double-click=0")
@ExtendWith(LongDeadlines.class)
class CardFlowTests {

	private static final Map<String, ?> PERIOD = Map.of("first", LocalDate.of(2027, 2, 1), "last",
			LocalDate.of(2027, 2, 5));

	private static final Map<String, ?> DEPUTY = Map.of("deputy", "bob", "notes", "Feed the cat");

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private CardFlows flows;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
	}

	@Test
	void flowWhenAnsweredThenOutcomeIsPublishedAndCardIsGone() {
		send(leave(""));

		submit(PERIOD);
		assertThat(shown().title()).isEqualTo("Who?");
		assertThat(shown().text()).contains("2027-02-01 to 2027-02-05");
		submit(DEPUTY);

		assertThat(titlesSeenBy("ada")).containsExactly("Ada is away");
		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
		assertThat(this.chat.seenBy("bob").get(0).text()).contains("2027-02-01 to 2027-02-05: Feed the cat");
	}

	@Test
	void flowWhenUnderWayThenCardShowsNoAnswerAndNobodyElseSeesIt() {
		send(leave("because of the moon"));

		submit(PERIOD);

		assertThat(shown().json().toString()).doesNotContain("moon").doesNotContain("Ada is away");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void submitWhenThereIsMistakeThenFormIsShownAgainAndFlowContinues() {
		send(leave(""));

		submit(Map.of("first", LocalDate.of(2027, 2, 5), "last", LocalDate.of(2027, 2, 1)));
		assertThat(shown().title()).isEqualTo("When?");
		assertThat(shown().text()).contains("The last day comes before the first", "Cancel");

		submit(PERIOD);
		submit(DEPUTY);
		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
	}

	@Test
	void backWhenPressedThenShowsWhatWasTypedAndFlowContinuesFromThere() {
		send(leave(""));
		submit(PERIOD);

		shown().press("Back");
		assertThat(shown().title()).isEqualTo("When?");
		assertThat(shown().json().toString()).contains("\"initial_date\":\"2027-02-01\"");
		assertThat(shown().text()).doesNotContain("Back");

		submit(Map.of("first", LocalDate.of(2027, 2, 2)));
		submit(DEPUTY);
		assertThat(this.chat.seenBy("bob").get(0).text()).contains("2027-02-02 to 2027-02-05");
	}

	@Test
	void backWhenLaterStepsWereAnsweredThenTheyKeepTheirAnswers() {
		send(this.flows.start(Rating.class));
		submit(Map.of("stars", "5"));
		submit(Map.of("text", "Good"));
		shown().press("Back");
		shown().press("Back");

		submit(Map.of("stars", "4"));
		assertThat(shown().json().toString()).contains("\"default_value\":\"Good\"");
		submit(Map.of());
		submit(Map.of());

		assertThat(titlesSeenBy("ada")).containsExactly("4 stars: Good");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void cancelWhenPressedThenCardIsGoneAndNothingIsPublished() {
		send(leave(""));
		submit(PERIOD);

		shown().press("Cancel");
		this.feishu.settle();

		assertThat(titlesSeenBy("ada")).isEmpty();
		assertThat(titlesSeenBy("bob")).isEmpty();
	}

	@Test
	void submitWhenTimeIsOverThenToastSaysItAndNothingIsPublished() {
		send(leave(""));
		this.feishu.advance(Duration.ofMinutes(20));
		submit(PERIOD);
		this.feishu.advance(Duration.ofMinutes(11));

		assertThat(submit(DEPUTY)).isEqualTo("It is too late for this.");
		assertThat(titlesSeenBy("bob")).isEmpty();
	}

	@Test
	void submitWhenFlowHasEndedThenIsRefused() {
		send(leave(""));
		ShownCard first = shown();
		submit(PERIOD);
		ShownCard last = shown();
		this.feishu.faults().on("/open-apis/ephemeral/v1/delete").next(1).meet(Fault.error(400, 99991672, "no scope"));
		submit(DEPUTY);

		assertThat(last.submit(DEPUTY).map(ShownToast::content)).contains("This was already done.");
		first.submit(PERIOD);
		assertThat(submit(DEPUTY)).isEqualTo("This was already done.");
		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
	}

	@Test
	void submitWhenPublicationFailsThenFormStaysAndCanBeSubmittedAgain() {
		send(leave(""));
		submit(PERIOD);
		this.feishu.faults().on("/open-apis/im/v1/messages").next(1).meet(Fault.error(400, 230035, "no permission"));

		assertThat(submit(DEPUTY)).startsWith("That did not work.");
		assertThat(titlesSeenBy("bob")).isEmpty();

		submit(DEPUTY);
		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
	}

	@Test
	void flowWhenAnswersAreTooLargeForCardThenAreKeptInTheStore() {
		send(leave("x".repeat(10_000)));

		submit(Map.of("first", LocalDate.of(2027, 2, 5), "last", LocalDate.of(2027, 2, 1)));
		submit(PERIOD);
		shown().press("Back");
		submit(PERIOD);
		submit(DEPUTY);

		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
	}

	@Test
	void flowWhenStartedByReplyThenTakesThePlaceOfTheCard() {
		send(Card.builder().title("Menu").add(Button.builder("Leave").callback("menu")).build());

		shown().press("Leave");
		assertThat(shown().title()).isEqualTo("When?");
		submit(PERIOD);
		submit(DEPUTY);

		assertThat(titlesSeenBy("bob")).containsExactly("Ada is away");
	}

	@Test
	void flowWhenCardHasLanguageThenAllStepsHaveIt() {
		this.cards.newCard(leave(""))
			.chat(new ChatId(this.chat.id()))
			.viewer(ada())
			.locale(Locale.SIMPLIFIED_CHINESE)
			.send();
		assertThat(shown().text()).contains("取消");

		submit(PERIOD);

		assertThat(shown().text()).contains("上一步", "取消");
	}

	@Test
	void startWhenRecordIsWrongThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.flows.start(LeaveFlow.class))
			.withMessageContaining(LeaveFlow.Leave.class.getName());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.flows.start(Rating.class, new LeaveFlow.Leave("", "")))
			.withMessageContaining("without one");
		assertThatIllegalArgumentException().isThrownBy(() -> this.flows.start(Menu.class))
			.withMessageContaining("@CardFlow")
			.withMessageContaining(LeaveFlow.class.getName());
	}

	private CardContent leave(String remark) {
		return this.flows.start(LeaveFlow.class, new LeaveFlow.Leave("Ada is away", remark));
	}

	private void send(CardContent card) {
		this.cards.send(new ChatId(this.chat.id()), ada(), card);
	}

	private Viewer ada() {
		return Viewer.openId(this.chat.openId("ada"));
	}

	private ShownCard shown() {
		return this.chat.seenBy("ada").get(0);
	}

	private String submit(Map<String, ?> values) {
		Optional<ShownToast> toast = shown().submit(values);
		this.feishu.settle();
		return toast.map(ShownToast::content).orElse("");
	}

	private List<String> titlesSeenBy(String name) {
		return this.chat.seenBy(name).stream().map(ShownCard::title).toList();
	}

	@CardFlow
	static class Rating {

		@Step(1)
		Mono<RecordForm<Stars>> stars() {
			return Mono.just(RecordForm.of(Stars.class));
		}

		@Step(2)
		RecordForm<Words> words(Locale locale) {
			return RecordForm.of(Words.class);
		}

		@Step(3)
		RecordForm<Agreed> check(Stars stars) {
			return RecordForm.of(Agreed.class).text(stars.stars() + " stars");
		}

		@Step(4)
		Mono<Outcome> thank(Words words, Stars stars) {
			return Mono.just(Outcome.show(Card.builder().title(stars.stars() + " stars: " + words.text()).build()));
		}

		record Stars(int stars) {
		}

		record Words(String text) {
		}

		record Agreed() {
		}

	}

	static class Menu {

		@Autowired
		private CardFlows flows;

		@CardAction("menu")
		CardActionReply menu() {
			return CardActionReply.card(this.flows.start(LeaveFlow.class, new LeaveFlow.Leave("Ada is away", "")));
		}

	}

}
