package io.ephemeral.feishu.group;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.PatientCalls;
import io.ephemeral.feishu.error.GoneException;
import io.ephemeral.feishu.message.MessageUuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@WireMockTest
class GroupCardTemplateTests {

	private static final ChatId CHAT = new ChatId("oc_5ad11d72b830411d72b836c20");

	private static final MessageId MESSAGE = new MessageId("om_dc13264520392913993dd051dba21dcf");

	private static final RawCard CARD = RawCard.parse("{\"schema\":\"2.0\"}");

	private static final Viewer ADA = Viewer.openId("ou_b9600a00cda86b8fad2378eafe3abcef");

	private final List<@Nullable ChatId> limitedIn = new ArrayList<>();

	private GroupCardTemplate group;

	@BeforeEach
	void connect(WireMockRuntimeInfo server) {
		WebClient client = FeishuWebClient
			.unauthenticated(WebClient.builder(), URI.create(server.getHttpBaseUrl()), PatientCalls.ONE_ATTEMPT)
			.mutate()
			.filter((request, next) -> {
				this.limitedIn.add(FeishuAttributes.chatOf(request));
				return next.exchange(request);
			})
			.build();
		this.group = new GroupCardTemplate(new ReactiveGroupCardTemplate(client, CardPreparation.standard()));
		stubFor(any(anyUrl()).willReturn(okJson("""
				{"code": 0, "msg": "success", "data": {"message_id": "%s", "chat_id": "%s"}}
				""".formatted(MESSAGE, CHAT))));
	}

	@Test
	void sendWhenUuidIsGivenThenIsTheDocumentedRequest() {
		GroupCard sent = this.group.send(CHAT, CARD, new MessageUuid("a0d69e20"));

		assertThat(sent).isEqualTo(new GroupCard(MESSAGE, CHAT));
		verify(postRequestedFor(urlEqualTo("/open-apis/im/v1/messages?receive_id_type=chat_id"))
			.withRequestBody(equalToJson("""
					{"receive_id": "oc_5ad11d72b830411d72b836c20", "msg_type": "interactive",
					 "content": "{\\"schema\\":\\"2.0\\"}", "uuid": "a0d69e20"}
					""")));
	}

	@Test
	void recallWhenIdHasCharactersOfAUrlThenStaysOnePartOfThePath() {
		this.group.recall(new MessageId("om_a/../b%2F?c#d"));

		verify(deleteRequestedFor(urlEqualTo("/open-apis/im/v1/messages/om_a%2F..%2Fb%252F%3Fc%23d")));
	}

	@Test
	void replyWhenUuidIsNotGivenThenHasOneOfItsOwn() {
		this.group.reply(MESSAGE, CARD);

		verify(postRequestedFor(urlEqualTo("/open-apis/im/v1/messages/" + MESSAGE + "/reply"))
			.withRequestBody(matchingJsonPath("$.msg_type"))
			.withRequestBody(matchingJsonPath("$.uuid")));
		assertThat(this.limitedIn).containsExactly((ChatId) null);
	}

	@Test
	void replyWhenMessageTellsItsChatThenIsLimitedThere() {
		this.group.reply(new GroupCard(MESSAGE, CHAT), CARD);

		verify(postRequestedFor(urlEqualTo("/open-apis/im/v1/messages/" + MESSAGE + "/reply"))
			.withRequestBody(matchingJsonPath("$.uuid")));
		assertThat(this.limitedIn).containsExactly(CHAT);
	}

	@Test
	void updateWhenCalledThenIsTheDocumentedRequest() {
		this.group.update(MESSAGE, CARD);

		verify(patchRequestedFor(urlEqualTo("/open-apis/im/v1/messages/" + MESSAGE))
			.withRequestBody(equalToJson("{\"content\": \"{\\\"schema\\\":\\\"2.0\\\"}\"}")));
	}

	@ParameterizedTest
	@ValueSource(ints = { 230011, 230110 })
	void recallWhenGoneAlreadyThenIsSuccess(int code) {
		stubFor(any(anyUrl())
			.willReturn(aResponse().withStatus(400).withBody("{\"code\": %d, \"msg\": \"gone\"}".formatted(code))));

		assertThatNoException().isThrownBy(() -> this.group.recall(MESSAGE));

		verify(deleteRequestedFor(urlEqualTo("/open-apis/im/v1/messages/" + MESSAGE)));
	}

	@Test
	void updateWhenGoneThenFails() {
		stubFor(any(anyUrl())
			.willReturn(aResponse().withStatus(400).withBody("{\"code\": 230031, \"msg\": \"too old\"}")));

		assertThatExceptionOfType(GoneException.class).isThrownBy(() -> this.group.update(MESSAGE, CARD));
	}

	@Test
	void updateClickedWhenCardIsSharedThenNamesNobody() {
		this.group.updateClicked(new ClickedCard("c-1", ADA, Locale.US), CARD);

		verify(postRequestedFor(urlEqualTo("/open-apis/interactive/v1/card/update"))
			.withRequestBody(equalToJson("{\"token\": \"c-1\", \"card\": {\"schema\": \"2.0\"}}")));
	}

	@Test
	void updateClickedWhenCardIsExclusiveThenNamesOperator() {
		this.group.updateClicked(new ClickedCard("c-1", ADA, null), RawCard.parse("{\"elements\": []}"));

		verify(postRequestedFor(urlEqualTo("/open-apis/interactive/v1/card/update")).withRequestBody(equalToJson("""
				{"token": "c-1",
				 "card": {"elements": [], "open_ids": ["ou_b9600a00cda86b8fad2378eafe3abcef"]}}
				""")));
	}

	@Test
	void uuidWhenOfOutcomeThenIsTheSameEachTimeAndFits() {
		MessageUuid uuid = MessageUuid.outcomeOf(MESSAGE);

		assertThat(uuid).isEqualTo(MessageUuid.outcomeOf(MESSAGE)).isNotEqualTo(MessageUuid.random());
		assertThat(uuid.value()).isEqualTo("acbdb711-a471-32b6-a510-a8f7508b1554");
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageUuid("x".repeat(51)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ClickedCard("t-1", ADA, null));
	}

}
