package io.ephemeral.feishu.test;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static io.ephemeral.feishu.test.FeishuAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
class FeishuAssertionsTests {

	private static final Card QUESTION = Card.builder()
		.title("Lunch?")
		.add(Markdown.of("Only you are asked"))
		.add(Button.builder("Noodles").callback("noodles"))
		.build();

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private GroupCardTemplate groupCards;

	private SimulatedChat chat;

	private SimulatedMember ada;

	private SimulatedMember bob;

	@BeforeEach
	void createChat(@Autowired FeishuSimulator feishu) {
		this.chat = feishu.createChat("ada", "bob");
		this.ada = this.chat.member("ada");
		this.bob = this.chat.member("bob");
	}

	private void ask() {
		this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.ada.openId()), QUESTION);
	}

	private void publish() {
		this.groupCards.send(new ChatId(this.chat.id()), QUESTION);
	}

	@Test
	void memberWhenCardIsForAdaThenOnlySheSeesIt() {
		ask();

		assertThat(this.ada).seesOneCard().seesOneCard("Lunch?").seesCard("Only you").sawNoToast();
		assertThat(this.bob).seesNothing().doesNotSeeCard("Lunch?");
		assertThat(this.chat).showsCardOnlyTo("Lunch?", "ada");
	}

	@Test
	void chatWhenCardIsPublicThenEverybodySeesIt() {
		assertThat(this.chat).showsNothing();

		publish();

		assertThat(this.chat).showsCardToEverybody("Noodles");
	}

	@Test
	void memberWhenAssertionFailsThenAllScreensAreShown() {
		ask();

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(this.bob).seesCard("Lunch?"))
			.withMessage("""

					Expected bob to see a card with 'Lunch?', but the screens are
					chat 'ada, bob' (%s)
					  ada
					    ┌─ Lunch?  (only visible to you)
					    │ Only you are asked
					    │ [ Noodles ]
					    └─
					  bob
					    nothing
					""", this.chat.id());
	}

	@Test
	void memberWhenExpectationIsWrongThenFails() {
		ask();
		ask();

		fails(() -> assertThat(this.ada).seesNothing());
		fails(() -> assertThat(this.ada).seesOneCard());
		fails(() -> assertThat(this.ada).seesOneCard("Lunch?"));
		fails(() -> assertThat(this.ada).doesNotSeeCard("Lunch?"));
		fails(() -> assertThat(this.ada).seesCard("Dinner"));
		fails(() -> assertThat(this.ada).seesText("Lunch?"));
		fails(() -> assertThat(this.ada).sawToast("Saved"));
		fails(() -> assertThat(this.chat).showsNothing());
		fails(() -> assertThat(this.chat).showsCardToEverybody("Lunch?"));
		fails(() -> assertThat(this.chat).showsCardOnlyTo("Lunch?", "bob"));
	}

	@Test
	void memberWhenClickFailsThenSawToastOfClient() {
		ask();
		this.ada.sees().get(0).press("Noodles");

		assertThat(this.ada).sawToast(this.ada.lastToast().orElseThrow().content());
		fails(() -> assertThat(this.ada).sawNoToast());
		assertThat(this.bob).sawNoToast();
	}

	private static void fails(ThrowingCallable assertion) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageContaining("the screens are");
	}

}
