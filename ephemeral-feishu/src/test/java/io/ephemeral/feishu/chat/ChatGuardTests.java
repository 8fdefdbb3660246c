package io.ephemeral.feishu.chat;

import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.chat.UnsupportedPlaceException.Reason;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChatGuardTests {

	private static final ChatId CHAT = new ChatId("oc_1");

	private static final String GROUP = "{\"chat_mode\":\"group\",\"group_message_type\":\"chat\"}";

	private static final String TOPICS = "{\"chat_mode\":\"topic\"}";

	private final WebClient client = FeishuWebClient.authenticated(
			WebClient.builder().exchangeFunction((request) -> answer(request)),
			URI.create("https://feishu.example.com"), (request, next) -> next.exchange(request));

	private final ChatGuard guard = ChatGuard.askingPlatform(this.client, Duration.ofMinutes(5));

	private @Nullable String response = response(GROUP);

	private Duration latency = Duration.ZERO;

	private VirtualTimeScheduler time;

	private int requests;

	private @Nullable TenantKey tenant;

	@BeforeEach
	void stopTime() {
		this.time = VirtualTime.stop();
	}

	@AfterEach
	void letTimePass() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@CsvSource({ "chat", "' chat'", "''" })
	void checkWhenGroupIsOrdinaryThenPasses(String messageType) {
		this.response = response("{\"chat_mode\":\"group\",\"group_message_type\":\"" + messageType + "\"}");

		StepVerifier.create(this.guard.check(CHAT, null)).verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "group, thread, TOPIC_GROUP", "group, ' thread', TOPIC_GROUP", "topic, '', TOPIC_GROUP",
			"p2p, '', ONE_TO_ONE_CHAT", "channel, '', UNKNOWN_KIND", "'', '', UNKNOWN_KIND",
			"group, news, UNKNOWN_KIND" })
	void checkWhenGroupIsOfAnotherKindThenIsRefused(String mode, String messageType, Reason reason) {
		this.response = response("{\"chat_mode\":\"" + mode + "\",\"group_message_type\":\"" + messageType + "\"}");

		assertRefused(reason);
	}

	@Test
	void checkWhenModeIsNotToldThenIsRefused() {
		this.response = response("{\"name\":\"Lunch\"}");

		assertRefused(Reason.UNKNOWN_KIND);
	}

	@Test
	void checkWhenPlatformDoesNotAnswerThenIsRefused() {
		this.response = null;

		StepVerifier.create(this.guard.check(CHAT, null))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(10)))
			.verifyErrorSatisfies(
					(error) -> assertThat(error).isInstanceOfSatisfying(UnsupportedPlaceException.class, (place) -> {
						assertThat(place.reason()).isEqualTo(Reason.NOT_REACHED);
						assertThat(place.category()).isEqualTo(ErrorCategory.UNKNOWN);
						assertThat(place).hasMessageStartingWith("Nothing was sent to oc_1");
					}));
	}

	@Test
	void checkWhenScopeIsMissingThenNamesIt() {
		this.response = "{\"code\":99991672,\"msg\":\"no scope\"}";

		StepVerifier.create(this.guard.check(CHAT, null))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(FeishuApiException.class)
				.hasMessageContaining("im:chat:readonly"));
	}

	@Test
	void checkWhenManyAskThenPlatformIsAskedOnce() {
		this.latency = Duration.ofSeconds(1);

		StepVerifier.create(Flux.merge(IntStream.range(0, 1000).mapToObj((i) -> this.guard.check(CHAT, null)).toList()))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.verifyComplete();

		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	void checkWhenFirstCallerLeavesThenOthersStillLearn() {
		this.latency = Duration.ofSeconds(1);
		this.guard.check(CHAT, null).subscribe().dispose();

		StepVerifier.create(this.guard.check(CHAT, null))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.verifyComplete();

		assertThat(this.requests).isEqualTo(1);
	}

	@Test
	void checkWhenAnswerIsOldThenPlatformIsAskedAnew() {
		this.guard.check(CHAT, null).block();
		this.response = response(TOPICS);
		this.time.advanceTimeBy(Duration.ofMinutes(5).minusMillis(1));
		this.guard.check(CHAT, null).block();

		this.time.advanceTimeBy(Duration.ofMillis(1));

		assertRefused(Reason.TOPIC_GROUP);
	}

	@Test
	void checkWhenKindWasNotToldThenPlatformIsAskedAnew() {
		this.response = response("{}");
		assertRefused(Reason.UNKNOWN_KIND);
		this.response = response(GROUP);

		StepVerifier.create(this.guard.check(CHAT, null)).verifyComplete();
	}

	@Test
	void checkWhenTenantIsNamedThenAsksInItsName() {
		this.guard.check(CHAT, null).block();
		this.guard.check(CHAT, new TenantKey("company")).block();

		assertThat(this.tenant).isEqualTo(new TenantKey("company"));
		assertThat(this.requests).isEqualTo(2);
	}

	@Test
	void askingPlatformWhenAnswersAreKeptTooLongThenFails() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ChatGuard.askingPlatform(this.client, Duration.ofMinutes(6)));
	}

	private void assertRefused(Reason reason) {
		StepVerifier.create(this.guard.check(CHAT, null))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(UnsupportedPlaceException.class,
					(place) -> assertThat(place.reason()).isEqualTo(reason)));
	}

	private Mono<ClientResponse> answer(ClientRequest request) {
		assertThat(request.url().getPath()).isEqualTo("/open-apis/im/v1/chats/oc_1");
		this.requests++;
		this.tenant = FeishuAttributes.tenantOf(request);
		String body = this.response;
		return (body == null)
				? Mono.error(new WebClientRequestException(new SocketException("Connection reset"), request.method(),
						request.url(), request.headers()))
				: (this.latency.isZero() ? Mono.just(json(body)) : Mono.delay(this.latency).map((late) -> json(body)));
	}

	private static String response(String chat) {
		return "{\"code\":0,\"msg\":\"success\",\"data\":" + chat + "}";
	}

	private static ClientResponse json(String body) {
		return ClientResponse.create(HttpStatus.OK)
			.header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
			.body(body)
			.build();
	}

}
