package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import javax.net.ssl.SSLHandshakeException;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineFilterTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send")
		.body(List.of("a card"));

	private static final FeishuCall READ = FeishuCall.of("chat.get", HttpMethod.GET, "/open-apis/im/v1/chats/oc_1");

	private static final CallPolicy POLICY = new CallPolicy(RetryPolicy.none(), Duration.ofSeconds(3),
			Duration.ofSeconds(8));

	private static final String SUCCESS = "{\"code\":0}";

	/** What an HTTP client does with a request that it was given. */
	private interface Engine {

		Mono<ClientHttpResponse> exchange(Function<ClientHttpRequest, Mono<Void>> write);

	}

	@Test
	void callWhenRequestDoesNotLeaveInTimeThenWasNotSent() {
		StepVerifier.withVirtualTime(() -> call((write) -> Mono.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(2999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(ConnectionFailedException.class)
				.hasMessageContaining("3000 ms (feishu.http.acquire-timeout)"));
	}

	@Test
	void callWhenConnectionComesTooLateThenRequestDoesNotLeave() {
		assertDoesNotLeave(DeadlineFilterTests::call);
	}

	@Test
	void streamWhenConnectionComesTooLateThenDoesNotLeave() {
		assertDoesNotLeave((engine) -> upload(MediaType.APPLICATION_NDJSON, engine));
		assertDoesNotLeave((engine) -> upload(MediaType.APPLICATION_OCTET_STREAM, engine));
	}

	private static void assertDoesNotLeave(Function<Engine, Mono<String>> call) {
		List<Throwable> late = new ArrayList<>();

		StepVerifier
			.withVirtualTime(() -> call.apply((write) -> Mono.<ClientHttpResponse>never()
				.doOnCancel(() -> write.apply(request()).subscribe(null, late::add))))
			.thenAwait(Duration.ofSeconds(3))
			.verifyError(ConnectionFailedException.class);

		assertThat(late).singleElement()
			.extracting(Throwable::getMessage)
			.isEqualTo("The call ended before the request left");
	}

	@Test
	void streamWhenItLeavesThenHasTheDeadlineOfTheResponse() {
		for (MediaType type : List.of(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_OCTET_STREAM)) {
			MockClientHttpRequest request = request();

			StepVerifier.withVirtualTime(() -> upload(type, (write) -> write.apply(request).then(Mono.never())))
				.expectSubscription()
				.expectNoEvent(Duration.ofMillis(7999))
				.thenAwait(Duration.ofMillis(1))
				.verifyError(DeliveryUnknownException.class);

			StepVerifier.create(request.getBodyAsString()).expectNext("ab").verifyComplete();
		}
	}

	private static Mono<String> upload(MediaType type, Engine engine) {
		return client(engine).post()
			.uri("/open-apis/im/v1/images")
			.contentType(type)
			.body(Flux.just("a", "b").map(DeadlineFilterTests::buffer), DataBuffer.class)
			.retrieve()
			.bodyToMono(String.class);
	}

	@Test
	void callWhenItHasABodyThenIsJsonWithItsLength() {
		MockClientHttpRequest request = request();

		call((write) -> write.apply(request).thenReturn(response(Flux.just(buffer(SUCCESS))))).block();

		assertThat(request.getHeaders().getFirst("Content-Type")).isEqualTo("application/json; charset=utf-8");
		assertThat(request.getHeaders().getContentLength()).isEqualTo("[\"a card\"]".length());
	}

	@Test
	void callWhenResponseDoesNotComeInTimeThenOutcomeIsUnknown() {
		StepVerifier
			.withVirtualTime(() -> call((write) -> Mono.delay(Duration.ofSeconds(2))
				.then(Mono.defer(() -> write.apply(request())))
				.then(Mono.never())))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(DeliveryUnknownException.class)
				.hasMessageContaining("8000 ms (feishu.http.response-timeout)"));
	}

	@Test
	void callWhenBodyDripsThenHasTheSameDeadline() {
		StepVerifier
			.withVirtualTime(() -> call((write) -> Mono.delay(Duration.ofSeconds(2))
				.then(Mono.defer(() -> write.apply(request())))
				.thenReturn(response(Flux.interval(Duration.ofSeconds(1)).map((tick) -> buffer(" "))))))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9999))
			.thenAwait(Duration.ofMillis(1))
			.verifyError(DeliveryUnknownException.class);
	}

	@Test
	void callWhenAnsweredInTimeThenDeadlinesAreForgotten() {
		StepVerifier
			.withVirtualTime(() -> call(answering()).concatWith(Mono.delay(Duration.ofMinutes(1)).thenReturn("later")))
			.expectNext("done")
			.thenAwait(Duration.ofMinutes(1))
			.expectNext("later")
			.verifyComplete();
	}

	@Test
	void callsWhenSeveralAreUnderWayThenEachHasItsOwnDeadline() {
		VirtualTimeScheduler time = VirtualTime.stop();
		try {
			List<Integer> ended = new ArrayList<>();
			FeishuApi api = api((write) -> write.apply(request()).then(Mono.never()));
			List<Disposable> calls = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				int number = i;
				calls.add(api.call(SEND, (body) -> "done").subscribe(null, (error) -> ended.add(number)));
				time.advanceTimeBy(Duration.ofSeconds(1));
			}
			calls.get(0).dispose();
			calls.get(2).dispose();
			time.advanceTimeBy(Duration.ofMillis(4999));
			assertThat(ended).isEmpty();
			time.advanceTimeBy(Duration.ofMillis(1));
			assertThat(ended).containsExactly(1);
			time.advanceTimeBy(Duration.ofSeconds(2));
			assertThat(ended).containsExactly(1, 3);
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@Test
	void callWhenAnythingFailsBeforeTheRequestLeavesThenWasNotSent() {
		for (Throwable failure : List.of(new IOException("reset"), new RejectedExecutionException("ended"),
				new IllegalStateException("pool"))) {
			StepVerifier.create(call((write) -> Mono.error(failure)))
				.verifyErrorSatisfies(
						(error) -> assertThat(error).isInstanceOf(ConnectionFailedException.class).hasCause(failure));
		}
	}

	@Test
	void callWhenConnectionIsLostAfterTheRequestLeftThenOutcomeIsUnknown() {
		for (Throwable failure : List.of(new IOException("reset"), new ConnectException("refused"))) {
			StepVerifier.create(call((write) -> write.apply(request()).then(Mono.error(failure))))
				.verifyError(DeliveryUnknownException.class);
		}
	}

	@Test
	void callWhenHandshakeFailsWhileClientTakesTheBodyThenWasNotSent() {
		Mono<ClientHttpResponse> failure = Mono.error(new SSLHandshakeException("closed"));

		StepVerifier.create(call((write) -> write.apply(request()).then(failure)))
			.verifyError(ConnectionFailedException.class);
		StepVerifier.create(call((write) -> write.apply(request()).then(write.apply(request())).then(failure)))
			.verifyError(DeliveryUnknownException.class);
	}

	@Test
	void readingWhenClientHasTheRequestThenExceptionTellsWhetherItWasSent() {
		StepVerifier.create(api((write) -> write.apply(request()).then(Mono.error(new ConnectException("refused"))))
			.call(READ, (body) -> "done")).verifyError(ConnectionFailedException.class);
		StepVerifier.create(api((write) -> write.apply(request()).then(Mono.error(new IOException("reset")))).call(READ,
				(body) -> "done"))
			.verifyError(DeliveryUnknownException.class);
	}

	@Test
	void callWhenExchangeFunctionIsNotThatOfSpringThenOutcomeIsUnknown() {
		WebClient.Builder builder = WebClient.builder()
			.exchangeFunction((request) -> Mono.error(new WebClientRequestException(new IOException("reset"),
					request.method(), request.url(), new HttpHeaders())));

		StepVerifier.create(
				new FeishuApi(FeishuWebClient.unauthenticated(builder, BASE_URL, POLICY)).call(SEND, (body) -> "done"))
			.verifyError(DeliveryUnknownException.class);
	}

	@Test
	void fileWhenItDripsThenReadingHasTheSameDeadline() {
		MockClientHttpResponse[] response = new MockClientHttpResponse[1];
		StepVerifier.withVirtualTime(() -> {
			response[0] = response(Flux.interval(Duration.ofSeconds(1)).map((tick) -> buffer(" ")));
			response[0].getHeaders().set("Content-Type", "image/png");
			return client((write) -> write.apply(request()).thenReturn(response[0])).get()
				.uri("/open-apis/im/v1/images/img_1")
				.exchangeToMono((passed) -> passed.bodyToMono(byte[].class));
		}).expectSubscription().expectNoEvent(Duration.ofMillis(7999)).thenAwait(Duration.ofMillis(1)).verifyError();
	}

	@Test
	void callWhenCanceledThenClientIsToo() {
		List<String> events = new ArrayList<>();

		call((write) -> Mono.<ClientHttpResponse>never().doOnCancel(() -> events.add("canceled"))).subscribe()
			.dispose();

		assertThat(events).containsExactly("canceled");
	}

	private static Engine answering() {
		return (write) -> write.apply(request()).thenReturn(response(Flux.just(buffer(SUCCESS))));
	}

	private static MockClientHttpRequest request() {
		return new MockClientHttpRequest(HttpMethod.POST, BASE_URL);
	}

	private static MockClientHttpResponse response(Flux<DataBuffer> body) {
		MockClientHttpResponse response = new MockClientHttpResponse(200);
		response.setBody(body);
		return response;
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	private static Mono<String> call(Engine engine) {
		return api(engine).call(SEND, (body) -> "done");
	}

	private static FeishuApi api(Engine engine) {
		return new FeishuApi(client(engine));
	}

	private static WebClient client(Engine engine) {
		ClientHttpConnector connector = (method, url, write) -> engine
			.exchange((request) -> Mono.<Void>from(write.apply(request)));
		return FeishuWebClient.unauthenticated(WebClient.builder().clientConnector(connector), BASE_URL, POLICY);
	}

}
