package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.error.CardRefusedException;
import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.NotAuthorizedException;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecodeErrorsFilterTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	private static final ClientRequest OWN = ClientRequest
		.create(HttpMethod.GET, BASE_URL.resolve("/open-apis/im/v1/chats"))
		.build();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			200 | ``                               | an empty body
			200 | `  `                             | an empty body
			502 | <html><h1>502</h1></html>        | a page of HTML or XML, perhaps from a gateway
			200 | <!DOCTYPE html>                  | a page of HTML or XML, perhaps from a gateway
			200 | `{"code":0,"data":{"mess`        | JSON that is cut off or broken
			200 | `{"data":{"mess`                 | JSON that is cut off or broken
			200 | not found                        | a body that is not JSON
			200 | `{"data":{}}`                    | JSON without a code
			200 | []                               | JSON without a code
			200 | `{"code":"none"}`                | JSON with a code that is not a number
			200 | `{"code":null}`                  | JSON with a code that is not a number
			200 | `{"code":0.5}`                   | JSON with a code that is not a number
			200 | `{"code":99999999999}`           | JSON with a code that is not a number
			200 | `{"code":"9999999999"}`          | JSON with a code that is not a number
			200 | `{"code":0,"msg":"ok"}`          | JSON without the fields of the operation
			200 | `{"code":0,"data":[]}`           | JSON without the fields of the operation
			500 | `{"code":0,"msg":"ok"}`          | the code 0, which means success
			302 | ``                               | an empty body
			""")
	void responseWhenItIsNoneOfThePlatformThenSaysWhatItIs(int status, String body, String problem) {
		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> send(response(status, "text/plain", body)))
			.withMessage(
					"ephemeral.send was answered with HTTP status %d and %s (log id 2026-1); whether it had an effect is unknown",
					status, problem)
			.satisfies((error) -> {
				assertThat(error.httpStatus().value()).isEqualTo(status);
				assertThat(error.logId()).isEqualTo("2026-1");
				assertThat(error.operation()).isEqualTo("ephemeral.send");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			200 | `{"code":18053,"msg":"no"}`      | 18053    | CHAT_UNSUPPORTED
			200 | `{"code":"18053"}`               | 18053    | CHAT_UNSUPPORTED
			500 | `{"msg":"no","code":18053}`      | 18053    | CHAT_UNSUPPORTED
			200 | `{"code":18053,"msg":"no`        | 18053    | CHAT_UNSUPPORTED
			400 | `{"code":99991400}`              | 99991400 | RATE_LIMITED
			429 | `{"code":99991400}`              | 99991400 | RATE_LIMITED
			429 | `{"code":99991403}`              | 99991403 | QUOTA_EXHAUSTED
			200 | `{"code":"1000040351"}`          | 1000040351 | CREDENTIALS
			429 | `{"code":4711}`                  | 4711     | RATE_LIMITED
			429 | `{"code":0}`                     | 429      | RATE_LIMITED
			429 | <html></html>                    | 429      | RATE_LIMITED
			429 | ``                               | 429      | RATE_LIMITED
			400 | `{"code":4711,"msg":"no"}`       | 4711     | UNKNOWN
			200 | `{"code":-1}`                    | -1       | UNKNOWN
			""")
	void responseWhenItHasCodeOfErrorThenIsRefusal(int status, String body, int code, ErrorCategory category) {
		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> send(response(status, "text/html", body)))
			.satisfies((error) -> {
				assertThat(error.code()).isEqualTo(code);
				assertThat(error.category()).isEqualTo(category);
				assertThat(error.httpStatus().value()).isEqualTo(status);
				assertThat(error.logId()).isEqualTo("2026-1");
			});
	}

	@Test
	void responseWhenUnknownCodeThenKeepsNumberAndWords() {
		assertThatExceptionOfType(FeishuApiException.class)
			.isThrownBy(() -> send(response(400, "application/json", "{\"code\":4711,\"msg\":\"out of cheese\"}")))
			.withMessage("ephemeral.send was refused: 4711 out of cheese (log id 2026-1)")
			.satisfies((error) -> assertThat(error.platformMessage()).isEqualTo("out of cheese"));
	}

	@Test
	void refusalWhenPlatformQuotesTheCardThenMessageDoesNot() {
		String words = "Failed, ext=ErrCode: 200621; ErrMsg: parse; ErrorValue: salary\\n list; ErrPath: ROOT -> body";

		assertThatExceptionOfType(CardRefusedException.class)
			.isThrownBy(() -> send(response(400, "application/json", "{\"code\":230099,\"msg\":\"" + words + "\"}")))
			.withMessageContaining("ErrMsg: parse; ErrorValue: …; ErrPath: ROOT -> body (log id")
			.satisfies((error) -> assertThat(error.error().innerPath()).isEqualTo("body"));
	}

	@Test
	void refusalWhenWordsAreManyThenMessageIsOneShortLine() {
		String words = "a\\n" + "b".repeat(10_000);

		assertThatExceptionOfType(FeishuApiException.class)
			.isThrownBy(() -> send(response(400, "application/json", "{\"code\":4711,\"msg\":\"" + words + "\"}")))
			.satisfies((error) -> assertThat(error.getMessage()).contains("4711 a b").hasSizeLessThan(600));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 502 })
	void bodyWhenTooLargeThenIsNotRead(int status) {
		DataBuffer part = buffer("x".repeat(1024));
		Flux<DataBuffer> body = Flux.just(part).repeat(2048);

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> send(response(status).body(body).build()))
			.withMessageContaining("a body that is too large");
	}

	@Test
	void bodyWhenCodecsOfApplicationTakeLessThenIsReadAllTheSame() {
		ExchangeStrategies narrow = ExchangeStrategies.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1))
			.build();
		ClientResponse response = ClientResponse.create(HttpStatus.OK, narrow)
			.body(Flux.just(buffer("{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}")))
			.build();

		assertThat(send(response)).isEqualTo("om_1");
	}

	@Test
	void bodyWhenReadThenIsNotAskedForAgain() {
		AtomicInteger subscriptions = new AtomicInteger();
		Flux<DataBuffer> body = Flux.just(buffer("{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}"))
			.doOnSubscribe((subscription) -> subscriptions.incrementAndGet());

		send(response(200).body(body).build());

		assertThat(subscriptions).hasValue(1);
	}

	@Test
	void bodyWhenItBreaksOffThenOutcomeIsUnknown() {
		IOException reset = new IOException("Connection reset by peer");

		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> send(response(200).body(Flux.just(buffer("{")).concatWith(Mono.error(reset))).build()))
			.withMessageContaining("an incomplete body")
			.withCause(reset);
	}

	@Test
	void ownCallWhenSuccessIsNoJsonThenPassesUnread() {
		StepVerifier
			.create(own(response(200, "image/png", "<not read>")).flatMap((passed) -> passed.bodyToMono(String.class)))
			.expectNext("<not read>")
			.verifyComplete();
	}

	@Test
	void ownCallWhenJsonHasNoCodeThenPasses() {
		StepVerifier
			.create(own(response(200, "application/json", "{\"a\":1}"))
				.flatMap((passed) -> passed.bodyToMono(String.class)))
			.expectNext("{\"a\":1}")
			.verifyComplete();
	}

	@Test
	void ownCallWhenBodyIsEmptyThenPasses() {
		StepVerifier.create(own(response(204, "application/json", ""))).expectNextCount(1).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json; charset=utf-8" })
	void ownCallWhenJsonHasCodeOfErrorThenIsRefusal(String contentType) {
		StepVerifier.create(own(response(200, contentType, "{\"code\":99991672}")))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(NotAuthorizedException.class)
				.hasMessageStartingWith("GET /open-apis/im/v1/chats was refused: 99991672"));
	}

	@Test
	void ownCallWhenGatewayAnswersThenIsUnexpected() {
		StepVerifier.create(own(response(502, "text/html", "<html>")))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(UnexpectedResponseException.class)
				.hasMessageContaining("a page of HTML"));
	}

	@Test
	void ownCallWhenBodyIsLargerThanCodecsTakeThenSaysSo() {
		ClientResponse large = response(200, "application/json", "{\"code\":0,\"x\":\"" + "x".repeat(300_000) + "\"}");

		StepVerifier.create(own(large))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(UnexpectedResponseException.class)
				.hasMessageContaining("a body that is too large"));
	}

	@Test
	void readerWhenItFailsThenItsWordsStayOut() {
		assertThatExceptionOfType(UnexpectedResponseException.class)
			.isThrownBy(() -> api(response(200, "application/json", "{\"code\":0,\"token\":\"t-secret\"}"))
				.call(SEND, (body) -> {
					throw new IllegalArgumentException(body.toString());
				})
				.block())
			.withNoCause()
			.withMessageNotContaining("t-secret");
	}

	private static String send(ClientResponse response) {
		String messageId = call(response).block();
		assertThat(messageId).isNotNull();
		return messageId;
	}

	private static Mono<String> call(ClientResponse response) {
		return api(response).call(SEND, (body) -> messageId(body));
	}

	private static String messageId(JsonNode body) {
		return body.required("data").required("message_id").stringValue();
	}

	private static FeishuApi api(ClientResponse response) {
		return new FeishuApi(FeishuWebClient.unauthenticated(
				WebClient.builder().exchangeFunction((request) -> Mono.just(response)), BASE_URL, RetryPolicy.none()));
	}

	private static Mono<ClientResponse> own(ClientResponse response) {
		return new DecodeErrorsFilter().filter(OWN, (request) -> Mono.just(response));
	}

	private static ClientResponse response(int status, String contentType, String body) {
		return response(status).header(HttpHeaders.CONTENT_TYPE, contentType)
			.body(body.isEmpty() ? Flux.empty() : Flux.just(buffer(body)))
			.build();
	}

	private static ClientResponse.Builder response(int status) {
		return ClientResponse.create(HttpStatusCode.valueOf(status)).header("X-Tt-Logid", "2026-1");
	}

	private static DataBuffer buffer(String content) {
		return DefaultDataBufferFactory.sharedInstance.wrap(content.getBytes(StandardCharsets.UTF_8));
	}

}
