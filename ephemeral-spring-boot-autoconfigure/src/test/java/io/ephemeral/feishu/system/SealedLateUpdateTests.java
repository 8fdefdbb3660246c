package io.ephemeral.feishu.system;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.SealedAction;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sealed buttons of cards that replace a clicked card after the response.
 */
@SpringBootTest(classes = { TestApplication.class, SealedLateUpdateTests.Orders.class },
		webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "feishu.callback.answer-within=300ms", "feishu.callback.double-click=0" })
@ExtendWith(LongDeadlines.class)
class SealedLateUpdateTests {

	private static final Card MENU = Card.builder()
		.add(Button.builder("Work").callback("work"))
		.add(Button.builder("Late").callback("late"))
		.add(Button.builder("Afterwards").callback("afterwards"))
		.build();

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private GroupCardTemplate cards;

	@Autowired
	private Orders orders;

	private SimulatedChat chat;

	@BeforeEach
	void showMenu() {
		this.feishu.reset();
		this.orders.approved.clear();
		this.orders.answered = new CountDownLatch(1);
		this.chat = this.feishu.createChat("ada", "bob");
		send(this.chat, MENU);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Work", "Late", "Afterwards" })
	void updateWhenItsButtonIsSealedThenOnlyItsViewerMayPressIt(String button) {
		update(button);
		assertThat(this.chat.seenBy("ada").get(0).json().toString()).contains(Seal.MEMBER).doesNotContain("order-1");

		press(this.chat, "bob", "Approve");
		assertThat(this.orders.approved).isEmpty();

		press(this.chat, "ada", "Approve");
		assertThat(this.orders.approved).containsExactly("order-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Work", "Late", "Afterwards" })
	void updateWhenItsSealIsCopiedToAnotherChatThenNoHandlerRuns(String button) {
		update(button);
		SimulatedChat other = this.feishu.createChat("ada");
		send(other, RawCard.of(this.chat.seenBy("ada").get(0).json()));

		press(other, "ada", "Approve");

		assertThat(this.orders.approved).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Work", "Late", "Afterwards" })
	void updateWhenItOvertakesTheReplyThenIsRepeated(String button) {
		this.feishu.faults().on("/open-apis/interactive/v1/card/update").next(1).meet(Fault.error(300000));

		update(button);

		assertThat(this.chat.seenBy("ada").get(0).json().toString()).contains("Approve");
	}

	/** Replaces the menu once the client has its response. */
	private void update(String button) {
		this.chat.seenBy("ada").get(0).press(button);
		this.orders.answered.countDown();
		this.feishu.settle();
	}

	private void press(SimulatedChat chat, String name, String button) {
		chat.seenBy(name).get(0).press(button);
		this.feishu.settle();
	}

	private void send(SimulatedChat chat, CardContent card) {
		this.cards.send(new ChatId(chat.id()), card, MessageUuid.random());
	}

	@SealedAction
	record Approve(String order) implements TypedAction {
	}

	static class Orders {

		private final LateCardUpdate updates;

		final List<String> approved = new CopyOnWriteArrayList<>();

		volatile CountDownLatch answered = new CountDownLatch(1);

		Orders(LateCardUpdate updates) {
			this.updates = updates;
		}

		@CardAction("work")
		CardActionReply work(Viewer operator) {
			return CardActionReply.working("Wait").then(() -> card(operator));
		}

		@CardAction("late")
		Card late(Viewer operator) throws InterruptedException {
			assertThat(this.answered.await(5, TimeUnit.MINUTES)).isTrue();
			return card(operator);
		}

		@CardAction("afterwards")
		CardActionReply afterwards(CardActionEvent event) {
			// A reply that has left may still be on its way to the platform.
			return CardActionReply.nothing()
				.afterwards(Mono.fromCallable(() -> this.answered.await(5, TimeUnit.MINUTES))
					.then(this.updates.update(event, card(event.operator()))));
		}

		@CardAction
		void approve(Approve approve) {
			this.approved.add(approve.order());
		}

		private static Card card(Viewer operator) {
			return Card.builder()
				.add(Button.builder("Approve").callback(new Approve("order-1"), Seal.forViewer(operator)))
				.build();
		}

	}

}
