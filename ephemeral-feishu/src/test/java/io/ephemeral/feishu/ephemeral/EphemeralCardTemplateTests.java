package io.ephemeral.feishu.ephemeral;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.TenantMismatchException;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenRefusedException;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.TemplateCard;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.PatientCalls;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.RateLimitedException;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import io.ephemeral.feishu.limit.RateLimiter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

@WireMockTest
class EphemeralCardTemplateTests {

	private static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";

	private static final String SEND_PATH = "/open-apis/ephemeral/v1/send";

	private static final String DELETE_PATH = "/open-apis/ephemeral/v1/delete";

	private static final ChatId CHAT = new ChatId("oc_20aa1ed9b18ba49f73f5773453aabcef");

	private static final Viewer VIEWER = Viewer.openId("ou_b9600a00cda86b8fad2378eafe3abcef");

	private static final RawCard CARD = RawCard.parse("{\"schema\":\"2.0\"}");

	private WebClient client;

	private EphemeralCardTemplate cards;

	@BeforeEach
	void connect(WireMockRuntimeInfo server) {
		connect(URI.create(server.getHttpBaseUrl()));
		stubFor(post(TOKEN_PATH).withRequestBody(equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"secret-1\"}"))
			.willReturn(token("t-1")));
		stubFor(authorizedSend("t-1").willReturn(okJson(read("send-response.json"))));
	}

	private void connect(URI baseUrl) {
		connect(baseUrl, platform(baseUrl));
	}

	private static TokenSource platform(URI baseUrl) {
		return TokenSource.selfBuilt(
				FeishuWebClient.unauthenticated(WebClient.builder(), baseUrl, PatientCalls.ONE_ATTEMPT),
				new AppCredentials("cli_1", "secret-1"), Clock.systemUTC());
	}

	private void connect(URI baseUrl, TokenSource source) {
		TenantTokenProvider tokens = new TenantTokenProvider(source, Duration.ofMinutes(10), Clock.systemUTC());
		this.client = FeishuWebClient.authenticated(WebClient.builder(), baseUrl,
				new TenantTokenFilter(tokens, baseUrl), PatientCalls.ONE_ATTEMPT, RateLimiter.unlimited());
		this.cards = new EphemeralCardTemplate(new ReactiveEphemeralCardTemplate(this.client));
	}

	@Test
	void sendWhenCardIsJsonThenIsTheDocumentedRequest() {
		RawCard card = RawCard.of(JsonMapper.shared().readTree(read("send-card.json")).get("card"));

		SentCard sent = this.cards.send(CHAT, VIEWER, card);

		assertThat(sent).isEqualTo(new SentCard(new MessageId("om_fd2057276f16243756ff8eb6fcdabcef"), CHAT, VIEWER));
		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withRequestBody(equalToJson(read("send-card.json")))
			.withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8"))
			.withHeader("Authorization", equalTo("Bearer t-1")));
		verify(postRequestedFor(urlEqualTo(TOKEN_PATH))
			.withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8"))
			.withoutHeader("Authorization"));
	}

	@Test
	void sendWhenCardIsTemplateThenIsTheDocumentedRequest() {
		this.cards.newCard(TemplateCard.of("AAqigYkzabcef")).chat(CHAT).viewer(VIEWER).send();

		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withRequestBody(equalToJson(read("send-template.json"))));
	}

	@Test
	void sendWhenViewerIsNamedByUserIdThenSendsThatFieldOnly() {
		this.cards.send(CHAT, Viewer.userId("gg895344"), CARD);

		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withRequestBody(equalToJson("""
				{"chat_id":"oc_20aa1ed9b18ba49f73f5773453aabcef","user_id":"gg895344","msg_type":"interactive",
				"card":{"schema":"2.0"}}""")));
	}

	@Test
	void sendWhenViewerIsNamedByEmailThenSendsThatFieldOnly() {
		this.cards.send(CHAT, Viewer.email("zhangmin@feishu.com"), CARD);

		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withRequestBody(equalToJson("""
				{"chat_id":"oc_20aa1ed9b18ba49f73f5773453aabcef","email":"zhangmin@feishu.com",
				"msg_type":"interactive","card":{"schema":"2.0"}}""")));
	}

	@Test
	void sendWhenForATenantThenHasItsToken(WireMockRuntimeInfo server) {
		connect(URI.create(server.getHttpBaseUrl()),
				(request) -> Mono.just(new TenantToken("t-of-" + request.tenant(), Instant.now().plusSeconds(7200))));
		stubFor(authorizedSend("t-of-tenant-1").willReturn(okJson(read("send-response.json"))));
		stubFor(authorizedSend("t-of-tenant-2").willReturn(okJson(read("send-response.json"))));
		stubFor(post(DELETE_PATH).withHeader("Authorization", equalTo("Bearer t-of-tenant-2"))
			.willReturn(okJson("{\"code\":0}")));
		EphemeralCardOperations second = this.cards.forTenant(new TenantKey("tenant-2"));

		this.cards.forTenant(new TenantKey("tenant-1")).send(CHAT, VIEWER, CARD);
		second.delete(second.newCard(CARD).chat(CHAT).viewer(VIEWER).send().messageId());

		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withHeader("Authorization", equalTo("Bearer t-of-tenant-1")));
		verify(postRequestedFor(urlEqualTo(SEND_PATH)).withHeader("Authorization", equalTo("Bearer t-of-tenant-2")));
		verify(postRequestedFor(urlEqualTo(DELETE_PATH)));
	}

	@Test
	void sendWhenAppIsACustomAppThenTenantIsRefused() {
		assertThatExceptionOfType(TenantMismatchException.class)
			.isThrownBy(() -> this.cards.forTenant(new TenantKey("tenant-1")).send(CHAT, VIEWER, CARD))
			.withMessageContaining("feishu.app-type");
		verify(0, postRequestedFor(anyUrl()));
	}

	@Test
	void sendWhenManyComeFirstThenMakeOneTokenRequest() {
		ReactiveEphemeralCardTemplate reactive = new ReactiveEphemeralCardTemplate(withLongQueue(this.client));
		stubFor(post(TOKEN_PATH).willReturn(token("t-1").withFixedDelay(100)));

		List<SentCard> sent = Flux.range(0, 1000)
			.flatMap((caller) -> reactive.send(CHAT, VIEWER, CARD), 1000)
			.collectList()
			.block();

		assertThat(sent).hasSize(1000);
		verify(1, postRequestedFor(urlEqualTo(TOKEN_PATH)));
	}

	/** Returns a client in which a thousand calls can wait long for a connection. */
	private static WebClient withLongQueue(WebClient client) {
		ConnectionProvider connections = ConnectionProvider.builder("many")
			.maxConnections(50)
			.pendingAcquireMaxCount(1000)
			.pendingAcquireTimeout(Duration.ofMinutes(5))
			.build();
		return client.mutate().clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections))).build();
	}

	@Test
	void sendWhenThreadIsInterruptedBeforeTheRequestLeavesThenWasNotSent() {
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD));
		assertThat(Thread.interrupted()).isTrue();
		verify(0, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenThreadIsInterruptedAfterTheRequestHasLeftThenOutcomeIsUnknown() {
		stubFor(authorizedSend("t-1").willReturn(okJson(read("send-response.json")).withFixedDelay(600_000)));
		Thread caller = Thread.currentThread();
		new Thread(() -> {
			while (WireMock.findAll(postRequestedFor(urlEqualTo(SEND_PATH))).isEmpty()) {
				Thread.onSpinWait();
			}
			caller.interrupt();
		}).start();

		assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void sendWhenThreadIsInterruptedWhileTheTokenIsFetchedThenWasNotSent(WireMockRuntimeInfo server) {
		Sinks.Empty<Void> arrival = Sinks.empty();
		URI baseUrl = URI.create(server.getHttpBaseUrl());
		connect(baseUrl, (request) -> platform(baseUrl).fetch(request).delayUntil((token) -> arrival.asMono()));
		Thread caller = Thread.currentThread();
		new Thread(() -> {
			while (WireMock.findAll(postRequestedFor(urlEqualTo(TOKEN_PATH))).isEmpty()) {
				Thread.onSpinWait();
			}
			caller.interrupt();
		}).start();

		assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD));
		assertThat(Thread.interrupted()).isTrue();
		arrival.tryEmitEmpty();
		this.cards.send(CHAT, VIEWER, CARD);
		verify(1, postRequestedFor(urlEqualTo(TOKEN_PATH)));
	}

	@Test
	void sendWhenOnEventLoopThenNamesTheOtherTemplate() {
		Mono<SentCard> sending = Mono.fromSupplier(() -> this.cards.send(CHAT, VIEWER, CARD))
			.subscribeOn(Schedulers.parallel());

		assertThatIllegalStateException().isThrownBy(sending::block)
			.withMessageContaining("use ReactiveEphemeralCardOperations");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 401 })
	void sendWhenTokenIsRefusedThenIsRepeatedWithAnother(int status) {
		this.cards.send(CHAT, VIEWER, CARD);
		stubFor(authorizedSend("t-1").willReturn(refusal(99991663, "Invalid access token").withStatus(status)));
		stubFor(authorizedSend("t-2").willReturn(okJson(read("send-response.json"))));
		stubFor(post(TOKEN_PATH).willReturn(token("t-2")));

		assertThatNoException().isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD));
		verify(2, postRequestedFor(urlEqualTo(TOKEN_PATH)));
		verify(3, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenSameTokenComesAgainThenSaysSo() {
		stubFor(authorizedSend("t-1").willReturn(refusal(99991663, "Invalid access token")));

		assertThatExceptionOfType(TokenRefusedException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageStartingWith("ephemeral.send was refused: 99991663 Invalid access token (log id 2026-1)")
			.withMessageContaining("returned the same token again");
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenEveryTokenIsRefusedThenIsRepeatedOnce() {
		stubFor(post(SEND_PATH).willReturn(refusal(99991663, "Invalid access token")));
		stubFor(post(TOKEN_PATH).inScenario("tokens").willReturn(token("t-1")).willSetStateTo("second"));
		stubFor(post(TOKEN_PATH).inScenario("tokens").whenScenarioStateIs("second").willReturn(token("t-2")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD));
		verify(2, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenRefusedThenTellsEverythingKnown() {
		stubFor(post(SEND_PATH).willReturn(refusal(18053, "create message fail").withStatus(400)));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.satisfies((refusal) -> {
				assertThat(refusal.operation()).isEqualTo("ephemeral.send");
				assertThat(refusal.httpStatus().value()).isEqualTo(400);
				assertThat(refusal.code()).isEqualTo(18053);
				assertThat(refusal.platformMessage()).isEqualTo("create message fail");
				assertThat(refusal.logId()).isEqualTo("2026-1");
				assertThat(refusal.hint()).contains("topic groups");
			});
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":18053", "{\"msg\":{\"code\":0},\"code\":18053}",
			"{\"code\":18053,\"msg\":null,\"error\":null}", "{\"code\":18053,\"error\":\"text\"}" })
	void sendWhenRefusalIsMalformedThenStillTellsTheCode(String body) {
		stubFor(post(SEND_PATH).willReturn(okJson(body).withHeader("X-Tt-Logid", "2026-3")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessage("ephemeral.send was refused: 18053 (log id 2026-3); topic groups and direct chats do not "
					+ "support ephemeral cards");
	}

	@Test
	void sendWhenAppSecretIsWrongThenNamesTheTokenOperation() {
		stubFor(post(TOKEN_PATH).willReturn(refusal(10015, "app secret invalid")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageStartingWith("auth.tenant_access_token was refused: 10015 app secret invalid")
			.withMessageEndingWith("check feishu.app-id and feishu.app-secret");
		verify(0, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"code\":0}", "{\"code\":0,\"tenant_access_token\":\"\",\"expire\":7200}",
			"{\"code\":0,\"tenant_access_token\":\"t-1\"}" })
	void sendWhenTokenResponseIsIncompleteThenNamesTheTokenOperation(String body) {
		stubFor(post(TOKEN_PATH).willReturn(okJson(body)));

		assertThatExceptionOfType(TokenUnavailableException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageContaining("auth.tenant_access_token was answered with HTTP status 200");
		verify(0, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenGatewayAnswersThenOutcomeIsUnknown() {
		stubFor(post(SEND_PATH).willReturn(aResponse().withStatus(502)
			.withHeader("Content-Type", "text/html")
			.withHeader("X-Tt-Logid", "2026-2")
			.withBody("<html>Bad gateway</html>")));

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessage(
					"ephemeral.send was answered with HTTP status 502 and a page of HTML or XML, perhaps from a gateway (log id 2026-2); "
							+ "whether it had an effect is unknown");
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenStatusContradictsCodeThenOutcomeIsUnknown() {
		stubFor(post(SEND_PATH).willReturn(okJson(read("send-response.json")).withStatus(500)));

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageContaining("HTTP status 500");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"code\":0}", "{\"code\":0,\"data\":{}}",
			"{\"code\":0,\"data\":{\"message_", "{\"code\":0,\"data\":{\"message_id\":null}}", "ok" })
	void sendWhenSuccessHasNoMessageIdThenOutcomeIsUnknown(String body) {
		stubFor(post(SEND_PATH).willReturn(okJson(body)));

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withNoCause();
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenConnectionBreaksThenIsNotRepeated() {
		stubFor(post(SEND_PATH).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

		assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withCauseInstanceOf(WebClientRequestException.class)
			.satisfies((error) -> assertThat(((WebClientRequestException) error.getCause()).getHeaders().toString())
				.doesNotContain("t-1"));
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void sendWhenBodyBreaksOffThenOutcomeIsUnknown() {
		stubFor(post(SEND_PATH).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageContaining("an incomplete body");
		verify(1, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void deleteWhenCardIsThereThenIsTheDocumentedRequest() {
		stubFor(post(DELETE_PATH).willReturn(okJson("{\"code\":0,\"msg\":\"ok\"}")));

		this.cards.delete(new MessageId("om_5ad573a6411d72b8305fda3a9c15c70e"));

		verify(postRequestedFor(urlEqualTo(DELETE_PATH))
			.withRequestBody(equalToJson("{\"message_id\":\"om_5ad573a6411d72b8305fda3a9c15c70e\"}"))
			.withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8")));
	}

	@Test
	void deleteWhenCardIsGoneThenSucceeds() {
		stubFor(post(DELETE_PATH).willReturn(refusal(18051, "message deleted").withStatus(400)));

		assertThatNoException().isThrownBy(() -> this.cards.delete(new MessageId("om_1")));
	}

	@Test
	void deleteWhenRefusedForAnotherReasonThenFails() {
		stubFor(post(DELETE_PATH).willReturn(refusal(10002, "bot not in chat")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.delete(new MessageId("om_1")))
			.withMessageContaining("add the bot to the group");
	}

	@Test
	void deleteWhenRefusalIsNotMarkedAsJsonThenFails() {
		stubFor(post(DELETE_PATH).willReturn(aResponse().withHeader("Content-Type", "text/plain")
			.withBody("{\"code\":10002,\"msg\":\"bot not in chat\"}")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.delete(new MessageId("om_1")));
	}

	@ParameterizedTest
	@CsvSource({ "99992354, not a valid {open_message_id} or not exists", "230001, ext=invalid message_id" })
	void deleteWhenIdIsNoneOfAMessageThenSaysSo(int code, String words) {
		stubFor(post(DELETE_PATH).willReturn(refusal(code, words).withStatus(400)));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.delete(new MessageId("om_1")))
			.withMessageContaining("check the message id")
			.satisfies((error) -> assertThat(error.category()).isEqualTo(ErrorCategory.INVALID_REQUEST));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":\"none\"}", "{\"code\":\"0\"}", "{\"code\":1.5}", "{}", "ok", "" })
	void deleteWhenCodeIsNoNumberThenOutcomeIsUnknown(String body) {
		stubFor(post(DELETE_PATH).willReturn(okJson(body)));

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> this.cards.delete(new MessageId("om_1")));
	}

	@Test
	void deleteWhenCodeIsAStringOfDigitsThenCounts() {
		stubFor(post(DELETE_PATH).willReturn(okJson("{\"code\":\"10002\"}")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> this.cards.delete(new MessageId("om_1")))
			.satisfies((error) -> assertThat(error.category()).isEqualTo(ErrorCategory.BOT_NOT_IN_CHAT));
	}

	@Test
	void sendWhenGatewayThrottlesThenIsRateLimited() {
		stubFor(post(SEND_PATH).willReturn(aResponse().withStatus(429)
			.withHeader("x-ogw-ratelimit-reset", "2")
			.withBody("<html>slow down</html>")));

		assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.satisfies((error) -> assertThat(error.error().retryAfter()).isEqualTo(Duration.ofSeconds(2)));
	}

	@Test
	void sendWhenNobodyListensThenNothingWasSent() {
		connect(URI.create("http://localhost:1"));

		assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withMessageStartingWith("auth.tenant_access_token was not sent, because there is no connection");
	}

	@Test
	void sendWhenTokenIsNotToBeHadThenNothingWasSent() {
		stubFor(post(TOKEN_PATH).willReturn(aResponse().withStatus(502).withBody("<html>bad gateway</html>")));

		assertThatExceptionOfType(TokenUnavailableException.class).isThrownBy(() -> this.cards.send(CHAT, VIEWER, CARD))
			.withCauseInstanceOf(UnexpectedResponseException.class);
		verify(0, postRequestedFor(urlEqualTo(SEND_PATH)));
	}

	@Test
	void clientWhenCallingAnotherApiThenHasTokenAndErrors() {
		stubFor(get("/open-apis/im/v1/chats/oc_1").willReturn(refusal(232011, "not in chat").withStatus(400)));

		assertThatExceptionOfType(FeishuApiException.class)
			.isThrownBy(() -> this.client.get()
				.uri("/open-apis/im/v1/chats/{chat}", "oc_1")
				.retrieve()
				.bodyToMono(String.class)
				.block())
			.withMessageStartingWith("GET /open-apis/im/v1/chats/oc_1 was refused: 232011 not in chat");
		verify(getRequestedFor(urlEqualTo("/open-apis/im/v1/chats/oc_1")).withHeader("Authorization",
				equalTo("Bearer t-1")));
	}

	@Test
	void clientWhenResponseIsAFileThenPassesItOn() {
		byte[] file = "not JSON".getBytes(StandardCharsets.UTF_8);
		stubFor(get("/open-apis/im/v1/images/img_1")
			.willReturn(aResponse().withHeader("Content-Type", "image/png").withBody(file)));

		assertThat(this.client.get().uri("/open-apis/im/v1/images/img_1").retrieve().bodyToMono(byte[].class).block())
			.isEqualTo(file);
	}

	@Test
	void clientWhenCallingAnotherHostThenSendsNoToken(WireMockRuntimeInfo server) {
		stubFor(get(anyUrl()).willReturn(okJson("{}")));

		this.client.get()
			.uri("http://127.0.0.1:" + server.getHttpPort() + "/elsewhere")
			.retrieve()
			.toBodilessEntity()
			.block();
		verify(getRequestedFor(urlEqualTo("/elsewhere")).withHeader("Authorization", absent()));
	}

	private static MappingBuilder authorizedSend(String token) {
		return post(SEND_PATH).withHeader("Authorization", equalTo("Bearer " + token));
	}

	private static ResponseDefinitionBuilder token(String value) {
		return okJson("{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"" + value + "\",\"expire\":7200}");
	}

	private static ResponseDefinitionBuilder refusal(int code, String message) {
		return okJson("{\"code\":" + code + ",\"msg\":\"" + message + "\",\"error\":{\"log_id\":\"2026-1\"}}");
	}

	private static String read(String name) {
		try (InputStream file = EphemeralCardTemplateTests.class.getResourceAsStream(name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
