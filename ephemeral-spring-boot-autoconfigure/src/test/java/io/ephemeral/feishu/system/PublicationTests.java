package io.ephemeral.feishu.system;

import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.group.GroupCard;
import io.ephemeral.feishu.group.GroupCardTemplate;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.publish.Publication;
import io.ephemeral.feishu.publish.PublicationNotice;
import io.ephemeral.feishu.publish.Publications;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Public cards, and the outcomes of private ones, as the members see them, with two
 * instances of an application on one platform.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(LongDeadlines.class)
class PublicationTests {

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private static final String DELETE = "/open-apis/ephemeral/v1/delete";

	private static final Card FORM = card("Remind?");

	private static final Card DONE = card("Reminder");

	private final FeishuSimulator feishu = FeishuSimulator.builder().rateLimits(false).start();

	private ConfigurableApplicationContext instance;

	private ConfigurableApplicationContext otherInstance;

	private EphemeralCardTemplate cards;

	private GroupCardTemplate group;

	private Publications publications;

	private SimulatedChat chat;

	@BeforeAll
	void start() {
		this.instance = startInstance();
		this.otherInstance = startInstance();
		this.cards = this.instance.getBean(EphemeralCardTemplate.class);
		this.group = this.instance.getBean(GroupCardTemplate.class);
		this.publications = this.instance.getBean(Publications.class);
	}

	private ConfigurableApplicationContext startInstance() {
		return new SpringApplicationBuilder(TestApplication.class).web(WebApplicationType.NONE)
			.properties("feishu.base-url=" + this.feishu.baseUrl(), "feishu.app-id=" + this.feishu.appId(),
					"feishu.app-secret=" + this.feishu.appSecret(), "feishu.retry.max-elapsed=5m")
			.run();
	}

	@AfterAll
	void stop() {
		this.instance.close();
		this.otherInstance.close();
		this.feishu.close();
	}

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
	}

	private static Card card(String title) {
		return Card.builder().title(title).add(Markdown.of("*" + title + "*")).build();
	}

	private SentCard ask() {
		return this.cards.send(chatId(), Viewer.openId(this.chat.openId("ada")), FORM);
	}

	private ChatId chatId() {
		return new ChatId(this.chat.id());
	}

	private List<String> titlesSeenBy(String name) {
		return this.chat.seenBy(name).stream().map(ShownCard::title).toList();
	}

	@Test
	void publishWhenCardWentDirectlyThenIsRecalled() {
		SimulatedChat topics = this.feishu.createTopicChat("ada", "bob");
		SentCard sent = this.cards.newCard(FORM)
			.chat(new ChatId(topics.id()))
			.viewer(Viewer.openId(topics.openId("ada")))
			.orDirectMessage()
			.send();

		Publication publication = this.publications.publish(sent, DONE);

		assertThat(publication.notDeleted()).isNull();
		assertThat(topics.member("ada").directChat().seenBy("ada")).isEmpty();
		assertThat(topics.seenBy("bob")).extracting(ShownCard::title).containsExactly("Reminder");
	}

	@Test
	void sendWhenToGroupThenEverybodySeesCardUntilRecalled() {
		GroupCard sent = this.group.send(chatId(), DONE);

		assertThat(titlesSeenBy("ada")).containsExactly("Reminder");
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
		assertThat(sent.chat()).isEqualTo(chatId());

		this.group.update(sent.messageId(), card("Moved"));
		assertThat(titlesSeenBy("bob")).containsExactly("Moved");

		this.group.recall(sent.messageId());
		this.group.recall(sent.messageId());
		assertThat(titlesSeenBy("bob")).isEmpty();
	}

	@Test
	void replyWhenToMessageThenBelongsToIt() {
		MessageId question = this.group.send(chatId(), DONE).messageId();

		GroupCard reply = this.group.reply(question, DONE);

		assertThat(this.chat.seenBy("bob")).extracting(ShownCard::messageId)
			.containsExactly(question.value(), reply.messageId().value());
	}

	@Test
	void sendWhenAnswerIsLostThenIsRepeatedButShownOnce() {
		this.feishu.faults().on(MESSAGES).next(1).meet(Fault.reset().afterProcessing());

		this.group.send(chatId(), DONE);

		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
		assertThat(this.feishu.requestsTo(MESSAGES)).hasSizeGreaterThan(1);
	}

	@Test
	void sendWhenUuidIsGivenThenIsShownOnce() {
		MessageUuid uuid = MessageUuid.random();

		assertThat(this.group.send(chatId(), DONE, uuid)).isEqualTo(this.group.send(chatId(), DONE, uuid));

		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void sendWhenCardIsWrongThenNothingIsSent() {
		Card large = Card.builder().add(Markdown.of("x".repeat(40_000))).build();

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> this.group.send(chatId(), large));

		assertThat(this.feishu.requestsTo(MESSAGES)).isEmpty();
	}

	@Test
	void publishWhenAllIsWellThenEverybodySeesOutcomeAndPrivateCardIsGone() {
		Publication publication = this.publications.publish(ask(), DONE);

		assertThat(publication.isComplete()).isTrue();
		assertThat(titlesSeenBy("ada")).containsExactly("Reminder");
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void publishWhenRepeatedThenIsOneCardAndSuccess() {
		SentCard asked = ask();

		Publication first = this.publications.publish(asked, DONE);
		Publication second = this.publications.publish(asked, DONE);

		assertThat(second).isEqualTo(first);
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void publishWhenManyInTwoInstancesAtOnceThenIsOneCard() {
		SentCard asked = ask();
		List<ReactivePublications> instances = Stream.of(this.instance, this.otherInstance)
			.map((context) -> context.getBean(ReactivePublications.class))
			.toList();

		List<Publication> all = Flux.range(0, 20)
			.flatMap((click) -> instances.get(click % 2).publish(asked, DONE).subscribeOn(Schedulers.parallel()), 20)
			.collectList()
			.block();

		assertThat(all).hasSize(20).allMatch(Publication::isComplete).containsOnly(all.get(0));
		assertThat(titlesSeenBy("ada")).containsExactly("Reminder");
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void publishWhenItFailsThenPrivateCardStaysAndViewerIsTold() {
		SentCard asked = ask();
		this.feishu.faults().on(MESSAGES).next(1).meet(Fault.error(400, 230035, "no permission to speak"));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.publications.publish(asked, DONE))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(230035));

		assertThat(titlesSeenBy("ada")).containsExactly("Remind?", "Not published · 尚未发布");
		assertThat(titlesSeenBy("bob")).isEmpty();

		this.publications.publish(asked, DONE);
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

	@Test
	void publishWhenNothingIsKnownOfItThenRepetitionShowsNothingTwice() {
		SentCard asked = ask();
		this.feishu.faults().on(MESSAGES).all().meet(Fault.error(500, 1500, "internal error").afterProcessing());

		assertThatExceptionOfType(FeishuException.class).isThrownBy(() -> this.publications.publish(asked, DONE));
		assertThat(titlesSeenBy("ada")).contains("Remind?");

		this.feishu.faults().clear();
		this.publications.publish(asked, DONE);
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
		assertThat(titlesSeenBy("ada")).doesNotContain("Remind?");
	}

	@Test
	void publishWhenDeletingFailsThenOutcomeSaysSo() {
		SentCard asked = ask();
		this.feishu.faults().on(DELETE).next(1).meet(Fault.error(400, 99991672, "no scope"));

		Publication publication = this.publications.publish(asked, DONE);

		assertThat(publication.isComplete()).isFalse();
		assertThat(publication.notDeleted()).isInstanceOfSatisfying(FeishuApiException.class,
				(failure) -> assertThat(failure.code()).isEqualTo(99991672));
		assertThat(titlesSeenBy("ada")).containsExactly("Remind?", "Reminder");
	}

	@Test
	void publishWhenCrashedBeforeDeletingThenOtherInstanceOnlyDeletes() {
		SentCard asked = ask();
		ReactiveEphemeralCardOperations stuck = mock();
		given(stuck.delete(asked.messageId())).willReturn(Mono.never());
		Disposable publishing = new ReactivePublications(this.instance.getBean(ReactiveGroupCardOperations.class),
				stuck, PublicationNotice.standard())
			.publish(asked, DONE)
			.subscribe();
		await().untilAsserted(() -> assertThat(titlesSeenBy("ada")).containsExactly("Remind?", "Reminder"));
		publishing.dispose();

		this.otherInstance.getBean(Publications.class).publish(asked, DONE);

		assertThat(titlesSeenBy("ada")).containsExactly("Reminder");
		assertThat(titlesSeenBy("bob")).containsExactly("Reminder");
	}

}
