package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.error.ChatUnsupportedException;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.QuotaExhaustedException;
import io.ephemeral.feishu.error.RateLimitedException;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

class RetryFilterTests {

	private static final URI PATH = URI.create("https://open.feishu.cn/open-apis/ephemeral/v1/send");

	private static final FeishuCall CALL = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	private static final ClientRequest SEND = request(CALL);

	private static final ClientRequest DELETE = request(CALL.idempotent());

	private static final Mono<Permit> PERMIT = RateLimiter.unlimited()
		.acquire(PermitRequest.of("ephemeral.send", null));

	private final AtomicInteger requests = new AtomicInteger();

	@Test
	void callWhenThrottledThenIsRepeatedAfterTheWait() {
		StepVerifier.withVirtualTime(() -> call(SEND, limited(Duration.ofSeconds(2)), 1))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(1999))
			.thenAwait(Duration.ofMillis(201))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void callWhenWaitIsLongerThanAllowedThenFailsAtOnce() {
		StepVerifier.withVirtualTime(() -> call(SEND, limited(Duration.ofSeconds(52)), 1))
			.verifyError(RateLimitedException.class);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void callWhenThrottledAgainAndAgainThenGivesUp() {
		StepVerifier.withVirtualTime(() -> call(SEND, limited(null), 9))
			.thenAwait(Duration.ofSeconds(10))
			.verifyError(RateLimitedException.class);
		assertThat(this.requests).hasValue(3);
	}

	@Test
	void callWhenQuotaIsUsedUpThenIsNotRepeated() {
		FeishuApiError quota = new FeishuApiError("ephemeral.send", HttpStatus.TOO_MANY_REQUESTS, 99991403, "", null,
				null, null, List.of(), null, Duration.ofSeconds(1));

		StepVerifier.withVirtualTime(() -> call(SEND, FeishuApiException.of(quota), 1))
			.verifyError(QuotaExhaustedException.class);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void callWhenNeverSentThenIsRepeated() {
		StepVerifier.withVirtualTime(() -> call(SEND, neverSent(), 1))
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void callWhenConnectionWasClosedThenIsNotRepeated() {
		for (Exception error : List.of(new AbortedException("closed"), new IOException("Connection reset by peer"),
				new ClosedChannelException())) {
			this.requests.set(0);
			StepVerifier.withVirtualTime(() -> call(SEND, noResponse(error), 1))
				.verifyError(DeliveryUnknownException.class);
			assertThat(this.requests).hasValue(1);
		}
	}

	@Test
	void callWhenAnotherLikeItIsBeingCarriedOutThenIsRepeatedOnlyIfThatDoesNoHarm() {
		StepVerifier.withVirtualTime(() -> call(SEND, refusal(18121, null), 1))
			.verifyError(DeliveryUnknownException.class);
		StepVerifier.withVirtualTime(() -> call(DELETE, refusal(230049, null), 1))
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void cardWhenOutcomeIsUnknownThenIsNotRepeated() {
		for (Throwable error : List.of(noResponse(new IOException("reset")), gatewayFailed(), internal())) {
			this.requests.set(0);
			StepVerifier.withVirtualTime(() -> call(SEND, error, 1)).verifyError(DeliveryUnknownException.class);
			assertThat(this.requests).hasValue(1);
		}
	}

	@Test
	void idempotentCallWhenOutcomeIsUnknownThenIsRepeated() {
		for (Throwable error : List.of(noResponse(new IOException("reset")), gatewayFailed(), internal())) {
			this.requests.set(0);
			StepVerifier.withVirtualTime(() -> call(DELETE, error, 2))
				.thenAwait(Duration.ofSeconds(2))
				.expectNextCount(1)
				.verifyComplete();
			assertThat(this.requests).hasValue(3);
		}
	}

	@Test
	void callWhenRefusedThenIsNotRepeated() {
		StepVerifier.withVirtualTime(() -> call(DELETE, refusal(18053, null), 1))
			.verifyError(ChatUnsupportedException.class);
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void callWhenItsTokenFailedThenIsNotRepeatedAgain() {
		ClientRequest other = request(
				FeishuCall.post("ephemeral.delete", "/open-apis/ephemeral/v1/delete").idempotent());
		for (Throwable error : List.of(limited(null), internal(),
				new ConnectionFailedException("auth.tenant_access_token", new ConnectException("refused")))) {
			this.requests.set(0);
			StepVerifier.withVirtualTime(() -> call(other, error, 1)).verifyError(error.getClass());
			assertThat(this.requests).hasValue(1);
		}
	}

	@Test
	void callWhenThrottledAfterALostAnswerThenOutcomeIsUnknown() {
		for (Throwable last : List.of(limited(Duration.ofMinutes(1)), refusal(99991403, null), refusal(424242, null),
				refusal(300040, null),
				new ConnectionFailedException("auth.tenant_access_token", new ConnectException("refused")))) {
			StepVerifier.withVirtualTime(() -> call(DELETE, List.of(gatewayFailed(), last)))
				.thenAwait(Duration.ofSeconds(1))
				.verifyErrorSatisfies((thrown) -> assertThat(thrown).isInstanceOf(DeliveryUnknownException.class)
					.hasCause(last)
					.hasMessageContaining("in an earlier attempt"));
		}
	}

	@Test
	void callWhenClickIsUsedUpAfterALostAnswerThenOutcomeIsUnknown() {
		ClientRequest update = request(
				FeishuCall.post("card.update", "/open-apis/interactive/v1/card/update").idempotent());
		FeishuApiException usedUp = FeishuApiException
			.of(new FeishuApiError("card.update", HttpStatus.OK, 300040, "", null, null, null, List.of(), null, null));

		StepVerifier.withVirtualTime(() -> call(update, List.of(gatewayFailed(), usedUp)))
			.thenAwait(Duration.ofSeconds(1))
			.verifyErrorSatisfies(
					(thrown) -> assertThat(thrown).isInstanceOf(DeliveryUnknownException.class).hasCause(usedUp));
	}

	@Test
	void callWhenNeverSentAfterALostAnswerThenOutcomeIsUnknown() {
		StepVerifier.withVirtualTime(() -> call(DELETE, List.of(gatewayFailed(), gatewayFailed(), neverSent())))
			.thenAwait(Duration.ofSeconds(3))
			.verifyError(DeliveryUnknownException.class);
	}

	@Test
	void callWhenNeverSentThenThrottledThenOutcomeIsKnown() {
		StepVerifier.withVirtualTime(() -> call(DELETE, List.of(neverSent(), limited(Duration.ofMinutes(1)))))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(RateLimitedException.class);
	}

	@Test
	void callWhenRefusedForGoodAfterALostAnswerThenSaysSo() {
		for (Throwable last : List.of(refusal(18051, null), refusal(18053, null))) {
			StepVerifier.withVirtualTime(() -> call(DELETE, List.of(gatewayFailed(), gatewayFailed(), last)))
				.thenAwait(Duration.ofSeconds(3))
				.verifyErrorSatisfies((thrown) -> assertThat(thrown).isSameAs(last));
		}
	}

	@Test
	void callWhenItReadsThenLastFailureCounts() {
		ClientRequest get = request(FeishuCall.of("ephemeral.send", HttpMethod.GET, "/open-apis/ephemeral/v1/send"));
		StepVerifier.withVirtualTime(() -> call(get, List.of(gatewayFailed(), limited(Duration.ofMinutes(1)))))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(RateLimitedException.class);
	}

	@Test
	void callWhenItWaitedForItsPermitThenThatDoesNotCount() {
		StepVerifier
			.withVirtualTime(() -> retrying(RetryPolicy.standard()).filter(SEND,
					(request) -> Mono.deferContextual((context) -> Mono.delay(Duration.ofMinutes(1))
						.then(PERMIT)
						.doOnNext(CallScope.of(context)::leaves)
						.then(Mono.delay(Duration.ofSeconds(2)))
						.then(failing(limited(Duration.ofSeconds(6)), 1)))))
			.thenAwait(Duration.ofMinutes(3))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.requests).hasValue(2);
	}

	@Test
	void callWhenFirstRequestTookLongThenThatCounts() {
		StepVerifier
			.withVirtualTime(() -> retrying(RetryPolicy.standard()).filter(SEND,
					(request) -> Mono.deferContextual((context) -> PERMIT.doOnNext(CallScope.of(context)::leaves)
						.then(Mono.delay(Duration.ofSeconds(5)))
						.then(failing(limited(Duration.ofSeconds(6)), 1)))))
			.thenAwait(Duration.ofMinutes(1))
			.verifyError(RateLimitedException.class);
	}

	@Test
	void callWhenNothingIsToBeRepeatedThenFailsAtOnce() {
		StepVerifier
			.withVirtualTime(
					() -> retrying(RetryPolicy.none()).filter(DELETE, (request) -> failing(gatewayFailed(), 1)))
			.verifyError(UnexpectedResponseException.class);
		assertThat(this.requests).hasValue(1);
	}

	private static ExchangeFilterFunction retrying(RetryPolicy policy) {
		return CallScope.filter(true).andThen(new RetryFilter(policy));
	}

	private static ClientRequest request(FeishuCall call) {
		return ClientRequest.create(call.method(), PATH)
			.attribute(Reading.ATTRIBUTE, new Reading<>(call, (response) -> response))
			.build();
	}

	private Mono<ClientResponse> call(ClientRequest request, Throwable error, int failures) {
		return retrying(RetryPolicy.standard()).filter(request, (ignored) -> failing(error, failures));
	}

	private Mono<ClientResponse> call(ClientRequest request, List<Throwable> errors) {
		Iterator<Throwable> next = errors.iterator();
		return retrying(RetryPolicy.standard()).filter(request, (ignored) -> Mono.defer(() -> Mono.error(next.next())));
	}

	private Mono<ClientResponse> failing(Throwable error, int failures) {
		return Mono.defer(() -> (this.requests.incrementAndGet() <= failures) ? Mono.error(error)
				: Mono.just(ClientResponse.create(HttpStatus.OK).build()));
	}

	private static FeishuApiException limited(@Nullable Duration wait) {
		return refusal(99991400, wait);
	}

	private static FeishuApiException internal() {
		return refusal(1500, null);
	}

	private static FeishuApiException refusal(int code, @Nullable Duration wait) {
		return FeishuApiException.of(new FeishuApiError("ephemeral.send", HttpStatus.BAD_REQUEST, code, "", null, null,
				null, List.of(), null, wait));
	}

	private static UnexpectedResponseException gatewayFailed() {
		return new UnexpectedResponseException("ephemeral.send", HttpStatus.BAD_GATEWAY, null, "HTML", null);
	}

	private static ConnectionFailedException neverSent() {
		return new ConnectionFailedException("ephemeral.send", new ConnectException("refused"));
	}

	private static WebClientRequestException noResponse(Exception cause) {
		return new WebClientRequestException(cause, HttpMethod.POST, PATH, new HttpHeaders());
	}

}
