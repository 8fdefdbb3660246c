package io.ephemeral.feishu.system;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.Delivery;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.RecordedRequest;
import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client as an application has it, against the local Feishu.
 */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.NONE)
@ExtendWith(LongDeadlines.class)
class SimulatorTests {

	private static final Card QUESTION = Card.builder()
		.title("Lunch?")
		.add(Markdown.of("Only **you** are asked"))
		.build();

	@Autowired
	private EphemeralCardTemplate cards;

	@Autowired
	private ReactiveEphemeralCardTemplate reactiveCards;

	@Autowired
	private FeishuSimulator feishu;

	private SimulatedChat chat;

	@BeforeEach
	void createChat() {
		this.feishu.reset();
		this.chat = this.feishu.createChat("ada", "bob");
	}

	@Test
	void sendWhenViewerIsMemberThenNobodyElseSeesCard() {
		this.cards.send(chatId(), openId("ada"), QUESTION);

		assertThat(this.chat.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch?");
		assertThat(this.chat.seenBy("bob")).isEmpty();
	}

	@Test
	void sendWhenViewerIsNamedInAnyWayThenSeesCard() {
		this.cards.send(chatId(), Viewer.userId(this.chat.userId("ada")), QUESTION);
		this.cards.newCard(QUESTION).chat(chatId()).viewer(Viewer.email(this.chat.email("ada"))).send();

		assertThat(this.chat.seenBy("ada")).hasSize(2);
	}

	@Test
	void deleteWhenRepeatedThenNothingIsLeft() {
		SentCard sent = this.cards.send(chatId(), openId("ada"), QUESTION);

		this.cards.delete(sent.messageId());
		this.cards.delete(sent.messageId());

		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void orDirectMessageWhenGroupTakesNoPrivateCardThenOnlyViewerSeesItUntilDeleted() {
		SimulatedChat topics = this.feishu.createTopicChat("ada", "bob");

		SentCard sent = this.cards.newCard(QUESTION)
			.chat(new ChatId(topics.id()))
			.viewer(openId("ada"))
			.orDirectMessage()
			.send();

		SimulatedChat direct = topics.member("ada").directChat();
		assertThat(sent.delivery()).isEqualTo(Delivery.DIRECT_MESSAGE);
		assertThat(direct.seenBy("ada")).extracting(ShownCard::title).containsExactly("Lunch?");
		assertThat(topics.messagesSeenBy("ada")).isEmpty();
		this.cards.delete(sent);
		assertThat(direct.seenBy("ada")).isEmpty();
	}

	@Test
	void sendWhenWrittenThenHasTheDocumentedHeaderAndFields() {
		this.cards.send(chatId(), openId("ada"), QUESTION);

		RecordedRequest request = sends().get(0);
		assertThat(request.header("Content-Type")).hasValue("application/json; charset=utf-8");
		assertThat(request.json().propertyNames()).containsExactlyInAnyOrder("chat_id", "open_id", "msg_type", "card");
	}

	@Test
	void sendWhenTokenIsRevokedBetweenThenCostsOneRefresh() {
		this.cards.send(chatId(), openId("ada"), QUESTION);
		int tokenRequests = tokenRequests().size();
		this.feishu.revokeTokens();

		this.cards.send(chatId(), openId("ada"), QUESTION);

		assertThat(this.chat.seenBy("ada")).hasSize(2);
		assertThat(tokenRequests()).hasSize(tokenRequests + 1);
	}

	@Test
	void sendWhenManyCallersHaveNoTokenAndFirstCancelsThenMakesOneTokenRequest() {
		this.feishu.revokeTokens();
		Disposable first = this.reactiveCards.send(chatId(), openId("ada"), QUESTION).subscribe();
		first.dispose();

		List<SentCard> sent = Flux.range(0, 30)
			.flatMap((caller) -> this.reactiveCards.send(chatId(), openId("bob"), QUESTION), 30)
			.collectList()
			.block();

		assertThat(sent).extracting(SentCard::messageId).doesNotHaveDuplicates().hasSize(30);
		assertThat(this.chat.seenBy("bob")).hasSize(30);
		assertThat(tokenRequests()).hasSize(1);
	}

	@Test
	void sendWhenViewerIsNotMemberThenFailsAndNobodySeesCard() {
		SimulatedChat other = this.feishu.createChat("carl");

		assertThatExceptionOfType(FeishuApiException.class)
			.isThrownBy(() -> this.cards.send(chatId(), Viewer.openId(other.openId("carl")), QUESTION))
			.satisfies((refusal) -> {
				assertThat(refusal.code()).isEqualTo(11206);
				assertThat(refusal.logId()).isNotBlank();
				assertThat(refusal.hint()).isEqualTo("the viewer must be a member of the group");
			});
		assertThat(other.seenBy("carl")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/page.css", "/page.js", "/webjars/marked.js", "/third-party/purify.js" })
	void pageWhenOpenedThenHasItsFiles(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.feishu.pageUrl().resolve(path)).build();

		assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
	}

	private ChatId chatId() {
		return new ChatId(this.chat.id());
	}

	private Viewer openId(String name) {
		return Viewer.openId(this.chat.openId(name));
	}

	private List<RecordedRequest> sends() {
		return this.feishu.requestsTo("/open-apis/ephemeral/v1/send");
	}

	private List<RecordedRequest> tokenRequests() {
		return this.feishu.requestsTo("/open-apis/auth/v3/tenant_access_token/internal");
	}

}
