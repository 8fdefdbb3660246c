package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FeishuWebClientTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	@Test
	void callWhenConnectionFailsThenWasNotSent() {
		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> new FeishuApi(client(new ConnectException("refused"))).call(SEND, (body) -> "").block())
			.withMessage("ephemeral.send was not sent, because there is no connection to https://open.feishu.cn: "
					+ "the host cannot be reached (refused); check feishu.base-url and feishu.region, or set the proxy "
					+ "of the JVM (https.proxyHost, https.proxyPort) if only a proxy leads out of this network")
			.withCauseInstanceOf(ConnectException.class)
			.satisfies((error) -> assertThat(error.operation()).isEqualTo("ephemeral.send"));
	}

	@Test
	void callWhenProxyMakesNoConnectionThenWasNotSent() {
		IOException refusedByProxy = new IOException("Tunnel failed, got: 403");

		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> new FeishuApi(client(refusedByProxy)).call(SEND, (body) -> "").block())
			.withMessageContaining("the proxy does not let the call through (Tunnel failed, got: 403)");
	}

	@Test
	void callWhenThereIsNoResponseThenOutcomeIsUnknown() {
		assertThatExceptionOfType(DeliveryUnknownException.class)
			.isThrownBy(() -> new FeishuApi(client(new IOException("reset"))).call(SEND, (body) -> "").block())
			.withMessageStartingWith("ephemeral.send got no response")
			.satisfies((error) -> assertThat(error.operation()).isEqualTo("ephemeral.send"));
	}

	@Test
	void ownCallWhenThereIsNoResponseThenErrorsAreTheSame() {
		assertThatExceptionOfType(DeliveryUnknownException.class)
			.isThrownBy(() -> client(new IOException("reset")).post()
				.uri("/open-apis/im/v1/messages")
				.retrieve()
				.toBodilessEntity()
				.block())
			.satisfies((error) -> assertThat(error.operation()).isEqualTo("POST /open-apis/im/v1/messages"));
	}

	@ParameterizedTest
	@CsvSource({ "500, 1500", "200, 2200", "400, 18121", "503, 424242" })
	void callWhenPlatformFailsThenOutcomeIsUnknown(int status, int code) {
		assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(status, code))
			.withMessage("ephemeral.send was answered with %d%s; whether it had an effect is unknown".formatted(code,
					switch (code) {
						case 18121 -> "; the same request is being carried out";
						case 424242 -> "";
						default -> "; the platform failed";
					}))
			.withCauseInstanceOf(FeishuApiException.class);
	}

	@ParameterizedTest
	@CsvSource({ "400, 11206", "500, 18053", "429, 1500", "400, 424242" })
	void callWhenPlatformRefusesThenOutcomeIsKnown(int status, int code) {
		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> send(status, code))
			.withMessageStartingWith("ephemeral.send was refused: " + code);
	}

	@Test
	void callWhenPlatformFailsToGiveATokenThenErrorIsThatOfTheToken() {
		FeishuApiException failure = new FeishuApiException(new FeishuApiError("auth.tenant_access_token",
				HttpStatus.INTERNAL_SERVER_ERROR, 1500, "", null, null, null, List.of(), null, null));
		WebClient client = FeishuWebClient.authenticated(WebClient.builder(), BASE_URL,
				(request, next) -> Mono.error(failure));

		assertThatException().isThrownBy(() -> new FeishuApi(client).call(SEND, (body) -> "").block())
			.isSameAs(failure);
	}

	@Test
	void clientWhenBuiltWithoutPoliciesThenCalls() {
		WebClient.Builder builder = WebClient.builder()
			.exchangeFunction(
					(request) -> Mono.just(ClientResponse.create(HttpStatus.OK).body("{\"code\":0}").build()));
		for (WebClient client : List.of(FeishuWebClient.unauthenticated(builder, BASE_URL),
				FeishuWebClient.authenticated(builder, BASE_URL, (request, next) -> next.exchange(request)))) {
			assertThat(new FeishuApi(client).call(SEND, (body) -> "done").block()).isEqualTo("done");
		}
	}

	@Test
	void policyWhenOutOfRangeThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1)));
		assertThat(new RetryPolicy(1, Duration.ZERO)).isEqualTo(RetryPolicy.none());
	}

	@Test
	void errorWhenPrintedThenHasNoWordsOfThePlatform() {
		assertThat(
				new FeishuApiError("a.b", HttpStatus.OK, 7, "salary of Ada", null, null, null, List.of(), null, null))
			.hasToString("FeishuApiError[a.b, 7]");
	}

	private static void send(int status, int code) {
		WebClient.Builder builder = WebClient.builder()
			.exchangeFunction((request) -> Mono
				.just(ClientResponse.create(HttpStatusCode.valueOf(status)).body("{\"code\":" + code + "}").build()));
		new FeishuApi(FeishuWebClient.unauthenticated(builder, BASE_URL, RetryPolicy.none()))
			.call(SEND, (body) -> "done")
			.block();
	}

	private static WebClient client(Exception failure) {
		ExchangeFunction failing = (request) -> Mono.error(noResponse(request, failure));
		return FeishuWebClient.unauthenticated(WebClient.builder().exchangeFunction(failing), BASE_URL,
				RetryPolicy.none());
	}

	private static WebClientRequestException noResponse(ClientRequest request, Exception failure) {
		return new WebClientRequestException(failure, request.method(), request.url(), new HttpHeaders());
	}

}
