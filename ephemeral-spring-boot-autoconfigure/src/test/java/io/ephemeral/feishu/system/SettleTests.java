package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Wait for an application that works in the background.
 */
@SpringBootTest(classes = { TestApplication.class, SettleTests.SlowBot.class },
		webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(LongDeadlines.class)
class SettleTests {

	private static final Card QUESTION = Card.builder()
		.title("Lunch?")
		.add(Button.builder("Later").callback("later"))
		.build();

	@Autowired
	private FeishuSimulator feishu;

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private ReactiveEphemeralCardTemplate reactiveCards;

	@Autowired
	private SlowBot bot;

	private SimulatedChat chat;

	private SimulatedMember ada;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
		this.ada = this.chat.member("ada");
	}

	@RepeatedTest(5)
	void settleWhenListenerIsSlowThenItsCardIsShown() {
		this.ada.says("ask");

		this.feishu.settle();

		assertThat(this.ada.sees()).extracting(ShownCard::title).containsExactly("Lunch?");
	}

	@RepeatedTest(5)
	void settleWhenListenerReturnsMonoThenItHasEnded() {
		this.ada.says("ask reactively");

		this.feishu.settle();

		assertThat(this.ada.sees()).extracting(ShownCard::title).containsExactly("Lunch?");
	}

	@RepeatedTest(5)
	void settleWhenWorkAfterReplyIsSlowThenHasEnded() {
		this.cards.send(new ChatId(this.chat.id()), Viewer.openId(this.ada.openId()), QUESTION);
		this.ada.sees().get(0).press("Later");

		this.feishu.settle();

		assertThat(this.ada.sees()).isEmpty();
	}

	@RepeatedTest(5)
	void settleWhenNobodyWaitsForCallThenItsCardIsShown() {
		this.reactiveCards.send(new ChatId(this.chat.id()), Viewer.openId(this.ada.openId()), QUESTION).subscribe();

		this.feishu.settle();

		assertThat(this.ada.sees()).hasSize(1);
	}

	@Test
	void settleWhenCardHasExpiredThenIsGone() {
		this.cards.newCard(QUESTION)
			.chat(new ChatId(this.chat.id()))
			.viewer(Viewer.openId(this.ada.openId()))
			.expiresAfter(Duration.ofMillis(1))
			.send();

		this.feishu.settle();

		assertThat(this.ada.sees()).isEmpty();
	}

	@Test
	void settleWhenListenerHangsThenIsNamed() {
		this.ada.says("hang");

		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.feishu.settle(Duration.ofMillis(100)))
			.withMessageContaining("listener MessageReceived for ");
		this.bot.mayEnd.countDown();
		this.feishu.settle();
	}

	@Configuration(proxyBeanMethods = false)
	static class SlowBot {

		private final EphemeralCardTemplate cards;

		private final ReactiveEphemeralCardTemplate reactiveCards;

		private final CountDownLatch mayEnd = new CountDownLatch(1);

		SlowBot(EphemeralCardTemplate cards, ReactiveEphemeralCardTemplate reactiveCards) {
			this.cards = cards;
			this.reactiveCards = reactiveCards;
		}

		@EventListener
		void onMessage(MessageReceived message) throws InterruptedException {
			switch (message.text()) {
				case "ask" -> {
					Mono.delay(Duration.ofMillis(100)).block();
					this.cards.send(message.chat(), message.sender(), QUESTION);
				}
				case "hang" -> this.mayEnd.await();
				case "ask reactively" -> {
				}
				default -> throw new IllegalArgumentException("Unknown command");
			}
		}

		@EventListener
		Mono<Void> onReactiveMessage(MessageReceived message) {
			return message.text().equals("ask reactively") ? Mono.delay(Duration.ofMillis(100))
				.then(this.reactiveCards.send(message.chat(), message.sender(), QUESTION))
				.then() : Mono.empty();
		}

		@CardAction("later")
		CardActionReply later(MessageId card) {
			return CardActionReply.info("Later").afterwards(() -> {
				Mono.delay(Duration.ofMillis(100)).block();
				this.cards.delete(card);
			});
		}

	}

}
