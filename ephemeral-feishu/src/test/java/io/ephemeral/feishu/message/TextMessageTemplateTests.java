package io.ephemeral.feishu.message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.PatientCalls;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WireMockTest
class TextMessageTemplateTests {

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private static final ChatId CHAT = new ChatId("oc_5ad11d72b830411d72b836c20");

	private static final MessageId MESSAGE = new MessageId("om_dc13264520392913993dd051dba21dcf");

	private static final MessageText TEXT = MessageText.of("test content");

	private final List<PermitRequest> permits = new ArrayList<>();

	private ReactiveTextMessageTemplate reactive;

	private TextMessageTemplate texts;

	@BeforeEach
	void connect(WireMockRuntimeInfo server) {
		RateLimiter limiter = (request) -> {
			this.permits.add(request);
			return RateLimiter.unlimited().acquire(request);
		};
		WebClient client = FeishuWebClient.authenticated(WebClient.builder(), URI.create(server.getHttpBaseUrl()),
				(request, next) -> next.exchange(request), PatientCalls.ONE_ATTEMPT, limiter);
		this.reactive = new ReactiveTextMessageTemplate(client);
		this.texts = new TextMessageTemplate(this.reactive);
		stubFor(any(anyUrl()).willReturn(okJson("""
				{"code": 0, "msg": "success", "data": {"message_id": "%s", "chat_id": "%s"}}
				""".formatted(MESSAGE, CHAT))));
	}

	@Test
	void sendWhenUuidIsGivenThenIsTheDocumentedRequest() {
		SentText sent = this.texts.send(CHAT, TEXT, new MessageUuid("a0d69e20"));

		assertThat(sent).isEqualTo(new SentText(MESSAGE, CHAT));
		verify(postRequestedFor(urlEqualTo(MESSAGES + "?receive_id_type=chat_id")).withRequestBody(equalToJson("""
				{"receive_id": "oc_5ad11d72b830411d72b836c20", "msg_type": "text",
				 "content": "{\\"text\\":\\"test content\\"}", "uuid": "a0d69e20"}
				""")));
		assertThat(limitedFor()).isEqualTo(CHAT.value());
	}

	@ParameterizedTest
	@MethodSource("persons")
	void sendWhenToAPersonThenNamesTheKindOfId(Viewer person, String type) {
		assertThat(this.texts.send(person, TEXT)).isEqualTo(new SentText(MESSAGE, CHAT));

		verify(postRequestedFor(urlEqualTo(MESSAGES + "?receive_id_type=" + type))
			.withRequestBody(matchingJsonPath("$.receive_id", equalTo(person.value())))
			.withRequestBody(matchingJsonPath("$.uuid")));
		assertThat(limitedFor()).isEqualTo(person.value());
	}

	private static List<Arguments> persons() {
		return List.of(Arguments.of(Viewer.openId("ou_1"), "open_id"), Arguments.of(Viewer.userId("u1"), "user_id"),
				Arguments.of(Viewer.email("ada@example.com"), "email"));
	}

	@Test
	void replyWhenMessageContainsItsChatThenIsLimitedThere() {
		this.texts.reply(new SentText(MESSAGE, CHAT), TEXT);

		verify(postRequestedFor(urlEqualTo(MESSAGES + "/" + MESSAGE + "/reply"))
			.withRequestBody(matchingJsonPath("$.uuid")));
		assertThat(limitedFor()).isEqualTo(CHAT.value());
	}

	@Test
	void replyWhenOnlyIdIsKnownThenIsTheDocumentedRequest() {
		this.texts.reply(MESSAGE, TEXT, new MessageUuid("a0d69e20"));

		verify(postRequestedFor(urlEqualTo(MESSAGES + "/" + MESSAGE + "/reply")).withRequestBody(equalToJson("""
				{"msg_type": "text", "content": "{\\"text\\":\\"test content\\"}", "uuid": "a0d69e20"}
				""")));
		assertThat(limitedFor()).isNull();
	}

	@Test
	void callWhenUuidIsLeftOutThenEachHasAnotherOne() {
		SentText sent = new SentText(MESSAGE, CHAT);

		assertThat(List.of(this.texts.send(CHAT, TEXT), this.texts.reply(sent, TEXT), this.texts.reply(MESSAGE, TEXT),
				this.reactive.send(CHAT, TEXT).block(), this.reactive.send(Viewer.openId("ou_1"), TEXT).block(),
				this.reactive.reply(sent, TEXT).block(), this.reactive.reply(MESSAGE, TEXT).block()))
			.containsOnly(sent);
		assertThat(findAll(postRequestedFor(anyUrl()))).extracting(LoggedRequest::getBodyAsString)
			.hasSize(7)
			.doesNotHaveDuplicates();
	}

	@Test
	void sendWhenRefusedThenFailsWithoutTheText() {
		stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400)
			.withBody("{\"code\": 230002, \"msg\": \"The bot can not be outside the group\"}")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.texts.send(CHAT, TEXT))
			.withMessageStartingWith("message.send was refused: 230002")
			.withMessageNotContaining("test content");
	}

	@Test
	void sendWhenThreadIsInterruptedThenWasNotSent() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> this.texts.send(CHAT, TEXT));
		assertThat(Thread.interrupted()).isTrue();
		verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	void sendWhenForATenantThenNamesIt() {
		this.texts.forTenant(new TenantKey("acme")).send(CHAT, TEXT);

		assertThat(this.permits.get(0).tenant()).isEqualTo(new TenantKey("acme"));
	}

	private @Nullable String limitedFor() {
		return this.permits.get(0).target();
	}

}
