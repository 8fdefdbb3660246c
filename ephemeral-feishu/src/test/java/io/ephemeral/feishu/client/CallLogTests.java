package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.DebugLog;
import io.ephemeral.feishu.error.ChatUnsupportedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.limit.PermitUnavailableException;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The line of each call, in virtual time.
 */
class CallLogTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send")
		.with(FeishuAttributes.chat(new ChatId("oc_1")));

	private final DebugLog log = DebugLog.of(CallLog.class.getPackage());

	private final Queue<Mono<ClientResponse>> responses = new ArrayDeque<>();

	@AfterEach
	void stopLog() {
		this.log.close();
	}

	@Test
	void callWhenItSucceedsThenLineHasDurationAndLogId() {
		answer(HttpStatus.OK, "{\"code\":0}");

		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited()))
			.thenAwait(Duration.ofMillis(120))
			.expectNextCount(1)
			.verifyComplete();

		assertThat(this.log.lines()).containsExactly(
				"ephemeral.send: success, after 120 ms, 1 request, 0 ms of waiting for the limits, log id 20260105");
	}

	@Test
	void callWhenRefusedThenLineHasCodeAndCategory() {
		answer(HttpStatus.BAD_REQUEST, "{\"code\":18053,\"msg\":\"chat oc_1 can not be thread\"}");

		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited()))
			.thenAwait(Duration.ofMillis(120))
			.verifyError(ChatUnsupportedException.class);

		assertThat(this.log.lines()).containsExactly("ephemeral.send: refused, code 18053 (chat_unsupported), "
				+ "after 120 ms, 1 request, 0 ms of waiting for the limits, log id 20260105");
	}

	@Test
	void callWhenThrottledThenIsOneLineWithAllItsRequests() {
		answer(HttpStatus.TOO_MANY_REQUESTS, "{\"code\":99991400}");
		answer(HttpStatus.OK, "{\"code\":0}");

		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited()))
			.thenAwait(Duration.ofSeconds(5))
			.expectNextCount(1)
			.verifyComplete();

		assertThat(this.log.lines()).singleElement().asString().contains("success", "2 requests");
	}

	@Test
	void callWhenItWaitsForLimitsThenLineTellsForHowLong() {
		RateLimiter limiter = RateLimiter.slidingWindows(RateLimitPolicy.standard().instances(50));
		for (int i = 0; i < 2; i++) {
			answer(HttpStatus.OK, "{\"code\":0}");
		}

		StepVerifier.withVirtualTime(() -> send(limiter).then(send(limiter)))
			.thenAwait(Duration.ofSeconds(3))
			.expectNextCount(1)
			.verifyComplete();

		assertThat(this.log.lines()).hasSize(2)
			.last()
			.asString()
			.matches("ephemeral\\.send: success, after 1\\d{3} ms, 1 request, 1\\d{3} ms of waiting .*");
	}

	@Test
	void callWhenItIsNotSentOrUnknownThenLineNamesTheError() {
		RateLimiter full = RateLimiter.slidingWindows(RateLimitPolicy.standard().instances(50).maxWait(Duration.ZERO));
		answer(HttpStatus.OK, "{\"code\":0}");
		StepVerifier.withVirtualTime(() -> send(full).then(send(full)))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(PermitUnavailableException.class);
		this.responses.add(Mono.error(() -> new WebClientRequestException(new IOException("reset"), HttpMethod.POST,
				BASE_URL, HttpHeaders.EMPTY)));
		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited())).verifyError(DeliveryUnknownException.class);

		assertThat(this.log.lines()).element(1)
			.asString()
			.startsWith("ephemeral.send: not_sent, PermitUnavailableException, after 0 ms, 0 requests");
		assertThat(this.log.lines()).element(2)
			.asString()
			.startsWith("ephemeral.send: unknown, DeliveryUnknownException, after 0 ms, 1 request");
	}

	@Test
	void callWhenCallerLeavesThenIsCancelledUnlessItHadEnded() {
		this.responses.add(Mono.never());
		answer(HttpStatus.OK, "{\"code\":0}");

		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited()))
			.thenAwait(Duration.ofMillis(30))
			.thenCancel()
			.verify();
		StepVerifier.withVirtualTime(() -> send(RateLimiter.unlimited()).flux())
			.thenAwait(Duration.ofMillis(120))
			.expectNextCount(1)
			.thenCancel()
			.verify();

		assertThat(this.log.lines()).hasSize(2);
		assertThat(this.log.lines()).first().asString().startsWith("ephemeral.send: canceled, after 30 ms");
		assertThat(this.log.lines()).last().asString().startsWith("ephemeral.send: success");
	}

	@Test
	void callOfApplicationWhenPathHoldsIdThenLineDoesNot() {
		answer(HttpStatus.OK, "{\"code\":0}");
		answer(HttpStatus.OK, "{\"code\":0}");
		WebClient client = client(RateLimiter.unlimited());

		StepVerifier
			.withVirtualTime(() -> client.get()
				.uri("/open-apis/im/v1/chats/oc_1")
				.retrieve()
				.toBodilessEntity()
				.then(client.get().uri("/open-apis/im/v1/chats/{id}", "oc_1").retrieve().toBodilessEntity()))
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();

		assertThat(this.log.lines()).noneMatch((line) -> line.contains("oc_1"));
		assertThat(this.log.lines()).first().asString().startsWith("other: success");
		assertThat(this.log.lines()).last().asString().startsWith("GET /open-apis/im/v1/chats/{id}: success");
	}

	@Test
	void callWhenDebugIsOffThenNothingIsMeasured() {
		((Logger) LoggerFactory.getLogger(CallLog.class.getPackageName())).setLevel(Level.INFO);
		answer(HttpStatus.OK, "{\"code\":0}");

		StepVerifier
			.withVirtualTime(() -> CallScope.filter(true)
				.filter(ClientRequest.create(HttpMethod.GET, BASE_URL).build(),
						(request) -> Mono.deferContextual((context) -> Mono.just(ClientResponse.create(HttpStatus.OK)
							.header("measured", "" + (CallScope.of(context).progress() != null))
							.build()))))
			.assertNext((response) -> assertThat(response.headers().header("measured")).containsExactly("false"))
			.verifyComplete();
		assertThat(this.log.lines()).isEmpty();
	}

	private Mono<String> send(RateLimiter limiter) {
		return new FeishuApi(client(limiter)).call(SEND, (body) -> "sent");
	}

	private WebClient client(RateLimiter limiter) {
		return FeishuWebClient.authenticated(WebClient.builder().exchangeFunction((request) -> this.responses.remove()),
				BASE_URL, (request, next) -> next.exchange(request), RetryPolicy.standard(), limiter);
	}

	private void answer(HttpStatus status, String body) {
		this.responses.add(Mono.defer(() -> Mono.delay(Duration.ofMillis(120)))
			.map((tick) -> ClientResponse.create(status)
				.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
				.header("X-Tt-Logid", "20260105")
				.body(body)
				.build()));
	}

}
