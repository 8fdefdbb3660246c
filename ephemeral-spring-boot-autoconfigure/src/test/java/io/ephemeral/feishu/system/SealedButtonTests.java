package io.ephemeral.feishu.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.SealedAction;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.rule.CardRule;
import io.ephemeral.feishu.card.rule.CardViolation;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.RecordedRequest;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sealed buttons, as members of the simulator click them.
 */
@SpringBootTest(classes = { TestApplication.class, SealedButtonTests.Approvals.class },
		webEnvironment = WebEnvironment.RANDOM_PORT, properties = "feishu.callback.double-click=0")
@ExtendWith(LongDeadlines.class)
class SealedButtonTests {

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private GroupCardTemplate groupCards;

	@Autowired
	private Approvals approvals;

	private SimulatedChat chat;

	private Viewer ada;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.approvals.orders.clear();
		this.chat = this.feishu.createChat("ada", "bob");
		this.ada = Viewer.openId(this.chat.openId("ada"));
	}

	@Test
	void buttonWhenViewerPressesItThenHandlerGetsTheHiddenState() {
		send(card(Seal.forViewer(this.ada).once()));
		ShownCard shown = this.chat.seenBy("ada").get(0);
		assertThat(shown.json().toString()).doesNotContain("order-4711", this.ada.value());

		assertThat(press("ada")).isEqualTo("Approved");
		assertThat(press("ada")).isEqualTo("This was already done.");
		assertThat(this.approvals.orders).containsExactly("order-4711");
	}

	@Test
	void buttonWhenReplyReplacesItThenNewOneWorks() {
		send(Card.builder()
			.add(Button.builder("Go").callback(new Ask("order-4712"), Seal.forViewer(this.ada)))
			.build());
		this.chat.seenBy("ada").get(0).press("Go");

		assertThat(press("ada")).isEqualTo("Approved");
		assertThat(this.approvals.orders).containsExactly("order-4712");
	}

	@Test
	void buttonWhenCardIsPublicThenOnlyItsViewerMayPressIt() {
		this.groupCards.send(new ChatId(this.chat.id()), card(Seal.forViewer(this.ada)), MessageUuid.random());

		assertThat(press("bob")).isEqualTo("This is for someone else.");
		assertThat(press("ada")).isEqualTo("Approved");
	}

	@Test
	void buttonWhenInFormThenSubmitHasTheState() {
		send(Card.builder()
			.add(Form.builder("form")
				.add(Input.builder("reason"))
				.add(Button.submit("approve", "Approve").callback(new Approve("order-4713"), Seal.forViewer(this.ada))))
			.build());

		assertThat(this.chat.seenBy("ada").get(0).submit(Map.of("reason", "why not")).map(ShownToast::content))
			.contains("Approved");
		assertThat(this.approvals.orders).containsExactly("order-4713");
	}

	@Test
	void buttonWhenCardWentAsDirectMessageThenWorksThere() {
		this.chat.removeBot();
		this.cards.newCard(card(Seal.forViewer(this.ada)))
			.chat(new ChatId(this.chat.id()))
			.viewer(this.ada)
			.orDirectMessage()
			.send();

		Optional<ShownToast> toast = this.chat.member("ada").directChat().seenBy("ada").get(0).press("Approve");
		assertThat(toast.map(ShownToast::content)).contains("Approved");
	}

	@Test
	void cardWhenItsSealsMakeItTooLargeThenIsNotSent() {
		Card.Builder card = Card.builder();
		Seal seal = Seal.forViewer(this.ada);
		Stream.generate(() -> Button.builder("Approve").callback(new Approve("x".repeat(400)), seal))
			.limit(48)
			.forEach(card::add);
		assertThat(card.build().toJson()).hasSizeLessThan(30_000);

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> send(card.build()))
			.satisfies(
					(ex) -> assertThat(ex.violations()).extracting(CardViolation::rule).containsExactly(CardRule.SIZE));
		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(this.feishu.requests()).extracting(RecordedRequest::path).noneMatch((path) -> path.contains("send"));
	}

	private void send(Card card) {
		this.cards.send(new ChatId(this.chat.id()), this.ada, card);
	}

	private static Card card(Seal seal) {
		return Card.builder()
			.title("Order")
			.add(Button.builder("Approve").callback(new Approve("order-4711"), seal))
			.build();
	}

	private String press(String name) {
		return this.chat.seenBy(name).get(0).press("Approve").map(ShownToast::content).orElse("");
	}

	@SealedAction
	record Approve(String order) implements TypedAction {
	}

	record Ask(String order) implements TypedAction {
	}

	static class Approvals {

		final List<String> orders = new CopyOnWriteArrayList<>();

		@CardAction
		CardActionReply approve(Approve approve) {
			this.orders.add(approve.order());
			return CardActionReply.success("Approved");
		}

		@CardAction
		Card ask(Ask ask, Viewer operator) {
			return Card.builder()
				.add(Button.builder("Approve").callback(new Approve(ask.order()), Seal.forViewer(operator)))
				.build();
		}

	}

}
