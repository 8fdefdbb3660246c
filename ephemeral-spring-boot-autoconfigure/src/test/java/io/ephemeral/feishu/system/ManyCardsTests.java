package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.Replacement;
import io.ephemeral.feishu.ephemeral.SendOutcome;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Many cards, replaced cards and guarded chats, as their viewers see them.
 */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "feishu.chat-guard.enabled=true", "feishu.http.read-timeout=5m",
				"feishu.http.response-timeout=5m", "feishu.http.acquire-timeout=5m", "feishu.rate-limit.max-wait=5m" })
class ManyCardsTests {

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final Card QUESTION = Card.builder().title("Lunch?").build();

	private static final Card THANKS = Card.builder().title("Thank you").build();

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private ReactiveEphemeralCardTemplate reactiveCards;

	@Autowired
	private FeishuSimulator feishu;

	@BeforeEach
	void clear() {
		this.feishu.reset();
	}

	@Test
	@Timeout(value = 20, unit = TimeUnit.MINUTES)
	void sendAllWhenSomeAreRefusedAndSomeAnswersLostThenOutcomesAreExactAndNobodySeesTwo() {
		List<String> names = IntStream.range(0, 500).mapToObj((i) -> "member" + i).toList();
		SimulatedChat chat = this.feishu.chat("everybody").members(names).create();
		List<Viewer> viewers = names.stream().<Viewer>map((name) -> Viewer.openId(chat.openId(name))).toList();
		this.feishu.faults().on(SEND).next(15).meet(Fault.error(11206));
		this.feishu.faults().on(SEND).next(3).meet(Fault.answerLost());
		this.feishu.faults().on(SEND).next(2).meet(Fault.requestLost());

		List<SendOutcome> outcomes = this.cards.sendAll(new ChatId(chat.id()), viewers, QUESTION);

		assertThat(outcomes).extracting(SendOutcome::viewer).containsExactlyInAnyOrderElementsOf(viewers);
		Function<Class<?>, List<Integer>> cardsSeen = (type) -> outcomes.stream()
			.filter(type::isInstance)
			.map((outcome) -> chat.seenBy(names.get(viewers.indexOf(outcome.viewer()))).size())
			.sorted()
			.toList();
		assertThat(cardsSeen.apply(SendOutcome.Sent.class)).hasSize(480).containsOnly(1);
		assertThat(cardsSeen.apply(SendOutcome.Refused.class)).hasSize(15).containsOnly(0);
		assertThat(cardsSeen.apply(SendOutcome.Unknown.class)).containsExactly(0, 0, 1, 1, 1);
		assertThat(this.feishu.requestsTo(SEND)).hasSize(500);
		assertThat(this.feishu.refusals()).isZero();
	}

	@Test
	void sendWhenManyCardsWaitForTheSameChatThenGoesBeforeThemAndPlatformRefusesNothing() {
		List<String> names = IntStream.range(0, 60).mapToObj((i) -> "member" + i).toList();
		SimulatedChat chat = this.feishu.chat("everybody").members("ada").members(names).create();
		Viewer ada = Viewer.openId(chat.openId("ada"));
		List<Viewer> viewers = names.stream().<Viewer>map((name) -> Viewer.openId(chat.openId(name))).toList();
		ChatId chatId = new ChatId(chat.id());
		// The guard now knows the chat, so that nothing else delays cards.
		this.cards.send(chatId, ada, QUESTION);
		// A slot is free a second after the response, so the others wait when ada's card
		// comes.
		IntStream.range(0, 40)
			.forEach((i) -> this.feishu.faults()
				.on(SEND)
				.next(1)
				.meet(Fault.delay(Duration.ofSeconds(10).plusMillis(100L * i))));

		List<SendOutcome> outcomes = Flux
			.merge(this.reactiveCards.sendAll(chatId, viewers, QUESTION),
					this.reactiveCards.send(chatId, ada, THANKS).map(SendOutcome.Sent::new))
			.collectList()
			.block();

		assertThat(outcomes).hasSize(61).hasOnlyElementsOfType(SendOutcome.Sent.class);
		List<String> inOrder = this.feishu.requestsTo(SEND)
			.stream()
			.map((request) -> request.json().path("open_id").asString())
			.toList();
		assertThat(inOrder).hasSize(62);
		assertThat(inOrder.lastIndexOf(chat.openId("ada"))).isLessThan(50);
		assertThat(names).allSatisfy((name) -> assertThat(chat.seenBy(name)).hasSize(1));
		assertThat(this.feishu.refusals()).isZero();
	}

	@Test
	void replaceWhenCardIsShownThenViewerSeesTheOtherOnly() {
		SimulatedChat chat = this.feishu.createChat("ada", "bob");
		SentCard sent = this.cards.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), QUESTION);

		Replacement replacement = this.cards.replace(sent, THANKS);

		assertThat(replacement).isInstanceOf(Replacement.Complete.class);
		assertThat(chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Thank you");
	}

	@Test
	void sendWhenGroupIsForTopicsThenPlatformIsNotSentTheCard() {
		SimulatedChat chat = this.feishu.createTopicChat("ada");

		assertThatExceptionOfType(UnsupportedPlaceException.class)
			.isThrownBy(() -> this.cards.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), QUESTION));
		assertThat(this.feishu.requestsTo(SEND)).isEmpty();
	}

	@Test
	void orElseWhenGroupIsForTopicsThenTakesTheRouteOfTheCaller() {
		SimulatedChat chat = this.feishu.createTopicChat("ada");

		SentCard sent = this.cards.newCard(QUESTION)
			.chat(new ChatId(chat.id()))
			.viewer(Viewer.openId(chat.openId("ada")))
			.expiresAfter(Duration.ofMinutes(1))
			.orElse((card) -> card.sentAs(new MessageId("mail-1")))
			.send();

		assertThat(sent.messageId()).isEqualTo(new MessageId("mail-1"));
	}

}
