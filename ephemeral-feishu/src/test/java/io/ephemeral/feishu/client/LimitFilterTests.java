package io.ephemeral.feishu.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.QuotaExhaustedException;
import io.ephemeral.feishu.error.RateLimitedException;
import io.ephemeral.feishu.limit.CallPriority;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.RefusalScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class LimitFilterTests {

	private final RecordingLimiter limiter = new RecordingLimiter();

	@Test
	void callWhenAnsweredThenPermitIsUsedOnce() {
		call(respond("{\"code\":0}"), (attributes) -> {
		}).block();

		assertThat(this.limiter.events).containsExactly("sent", "answered", "release", "release");
	}

	@Test
	void callWhenItHasAttributesThenLimiterKnowsThem() {
		call(respond("{\"code\":0}"),
				FeishuAttributes.chat(new ChatId("oc_1"))
					.andThen(FeishuAttributes.tenant(new TenantKey("t")))
					.andThen(FeishuAttributes.priority(CallPriority.BULK))
					.andThen(FeishuAttributes.maxWait(Duration.ofMinutes(9))))
			.block();

		assertThat(this.limiter.requests).containsExactly(new PermitRequest("GET /open-apis/im/v1/chats/{id}",
				new TenantKey("t"), "oc_1", CallPriority.BULK, Duration.ofMinutes(9)));
	}

	@Test
	void callWhenItHasAQueryThenIsTheSameOperation() {
		WebClient client = client(respond("{\"code\":0}"), (request, next) -> next.exchange(request));
		client.get().uri("/open-apis/im/v1/chats?page_token=a").retrieve().toBodilessEntity().block();
		client.get().uri("https://open.feishu.cn?page_token=b").retrieve().toBodilessEntity().block();

		assertThat(this.limiter.requests).extracting(PermitRequest::operation)
			.containsExactly("GET /open-apis/im/v1/chats", "GET /");
	}

	@Test
	void callWhenMessageGoesToOnePersonThenIsCountedForThatPerson() {
		new FeishuApi(client(respond("{\"code\":0}"), (request, next) -> next.exchange(request)))
			.call(FeishuCall.post("message.send", "/open-apis/im/v1/messages")
				.with(FeishuAttributes.receiver(Viewer.openId("ou_1"))), (response) -> response)
			.block();

		assertThat(this.limiter.requests).containsExactly(PermitRequest.of("message.send", "ou_1"));
	}

	@Test
	void callWhenMessageIsUpdatedThenIsCountedForThatMessage() {
		new FeishuApi(client(respond("{\"code\":0}"), (request, next) -> next.exchange(request)))
			.call(FeishuCall.of("message.update", HttpMethod.PATCH, "/open-apis/im/v1/messages/{id}", "om_1"),
					(response) -> response)
			.block();

		assertThat(this.limiter.requests)
			.containsExactly(PermitRequest.of("message.update", "/open-apis/im/v1/messages/om_1"));
	}

	@Test
	void callWhenSlotsAreLostThenLeavesWithAnother() {
		this.limiter.lost = 2;

		call(respond("{\"code\":0}"), (attributes) -> {
		}).block();

		assertThat(this.limiter.requests).hasSize(3);
		assertThat(this.limiter.events).containsExactly("release", "sent", "answered", "release", "release");
	}

	@Test
	void callWhenChatIsFullThenGateOfTheChatCloses() {
		refuse("{\"code\":11233}");

		assertThat(this.limiter.events).containsExactly("sent", "refused TARGET PT3S", "release", "release");
	}

	@Test
	void callWhenAppIsThrottledThenGateOfTheOperationCloses() {
		refuse("{\"code\":99991400}");

		assertThat(this.limiter.events).contains("refused OPERATION PT3S");
	}

	@Test
	void callWhenQuotaIsUsedUpThenEverythingStops() {
		refuse("{\"code\":99991403}");

		assertThat(this.limiter.events).contains("refused QUOTA null");
	}

	@Test
	void callWhenQuotaIsUsedUpWithStatus429ThenEverythingStops() {
		StepVerifier.create(call(respond(HttpStatus.TOO_MANY_REQUESTS, "{\"code\":99991403}"), (attributes) -> {
		})).verifyError(QuotaExhaustedException.class);

		assertThat(this.limiter.events).contains("refused QUOTA null");
	}

	@Test
	void callWhenStatusIs429WithoutCodeThenGateOfTheOperationCloses() {
		StepVerifier.create(call(respond(HttpStatus.TOO_MANY_REQUESTS, "<html>"), (attributes) -> {
		})).verifyError(RateLimitedException.class);

		assertThat(this.limiter.events).contains("refused OPERATION PT3S");
	}

	@Test
	void callWhenRefusedForAnotherReasonThenNoGateCloses() {
		refuse("{\"code\":18053}");

		assertThat(this.limiter.events).containsExactly("sent", "answered", "release", "release");
	}

	@Test
	void callWhenReplayedWithAnotherTokenThenTakesASecondPermit() {
		ExchangeFilterFunction replays = (request, next) -> next.exchange(request)
			.onErrorResume((error) -> next.exchange(request));
		List<String> bodies = new ArrayList<>(List.of("{\"code\":99991663}", "{\"code\":0}"));

		call((request) -> respond(bodies.remove(0)).exchange(request), replays, (attributes) -> {
		}).block();

		assertThat(this.limiter.requests).hasSize(2);
		assertThat(this.limiter.events).filteredOn("sent"::equals).hasSize(2);
	}

	@Test
	void callWhenCancelledBeforeItLeavesThenSlotIsReturned() {
		Disposable caller = call(respond("{\"code\":0}"), (request, next) -> Mono.never(), (attributes) -> {
		}).subscribe();
		caller.dispose();

		assertThat(this.limiter.events).containsExactly("release");
	}

	@Test
	void callWhenFilterFurtherInThrowsThenSlotIsReturned() {
		StepVerifier.create(call(respond("{\"code\":0}"), (request, next) -> {
			throw new IllegalStateException("no token");
		}, (attributes) -> {
		})).verifyErrorMessage("no token");

		assertThat(this.limiter.events).containsExactly("release");
	}

	@Test
	void callWhenItWaitedLongForItsPermitThenIsRepeatedAllTheSame() {
		RateLimiter slow = (request) -> Mono.delay(Duration.ofMinutes(1)).then(this.limiter.acquire(request));
		List<String> bodies = new ArrayList<>(List.of("{\"code\":99991400}", "{\"code\":0}"));

		StepVerifier
			.withVirtualTime(
					() -> FeishuWebClient
						.authenticated(
								WebClient.builder()
									.exchangeFunction((request) -> respond(bodies.remove(0)).exchange(request)),
								URI.create("https://open.feishu.cn"), (request, next) -> next.exchange(request),
								RetryPolicy.standard(), slow)
						.get()
						.retrieve()
						.bodyToMono(String.class))
			.thenAwait(Duration.ofMinutes(3))
			.expectNextCount(1)
			.verifyComplete();
	}

	private void refuse(String body) {
		StepVerifier.create(call(respond(body), (attributes) -> {
		})).verifyError(FeishuApiException.class);
	}

	private static ExchangeFunction respond(String body) {
		return respond(HttpStatus.OK, body);
	}

	private static ExchangeFunction respond(HttpStatus status, String body) {
		return (request) -> Mono.just(ClientResponse.create(status)
			.header("Content-Type", "application/json")
			.header("x-ogw-ratelimit-reset", "3")
			.body(body)
			.build());
	}

	private Mono<String> call(ExchangeFunction platform, Consumer<Map<String, Object>> attributes) {
		return call(platform, (request, next) -> next.exchange(request), attributes);
	}

	private Mono<String> call(ExchangeFunction platform, ExchangeFilterFunction authenticate,
			Consumer<Map<String, Object>> attributes) {
		return client(platform, authenticate).get()
			.uri("/open-apis/im/v1/chats/{id}", "oc_1")
			.attributes(attributes)
			.retrieve()
			.bodyToMono(String.class);
	}

	private WebClient client(ExchangeFunction platform, ExchangeFilterFunction authenticate) {
		return FeishuWebClient.authenticated(WebClient.builder().exchangeFunction(platform),
				URI.create("https://open.feishu.cn"), authenticate, RetryPolicy.none(), this.limiter);
	}

	private static final class RecordingLimiter implements RateLimiter {

		private final List<PermitRequest> requests = new ArrayList<>();

		private final List<String> events = new ArrayList<>();

		/** Number of the next permits whose slots are lost. */
		private int lost;

		@Override
		public Mono<Permit> acquire(PermitRequest request) {
			return Mono.fromSupplier(() -> {
				this.requests.add(request);
				return new RecordingPermit(this.events, this.lost-- > 0);
			});
		}

	}

	private static final class RecordingPermit implements Permit {

		private final List<String> events;

		private boolean used;

		private RecordingPermit(List<String> events, boolean lost) {
			this.events = events;
			this.used = lost;
		}

		@Override
		public boolean sent() {
			boolean mayLeave = !this.used;
			this.used = true;
			if (mayLeave) {
				this.events.add("sent");
			}
			return mayLeave;
		}

		@Override
		public void answered() {
			this.events.add("answered");
		}

		@Override
		public void refused(RefusalScope scope, @Nullable Duration retryAfter) {
			this.events.add("refused " + scope + " " + retryAfter);
		}

		@Override
		public void release() {
			this.events.add("release");
		}

	}

}
