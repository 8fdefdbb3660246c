package io.ephemeral.feishu.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FeishuWebClientTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	@Test
	void callWhenConnectionFailsThenWasNotSent() {
		assertThatExceptionOfType(ConnectionFailedException.class)
			.isThrownBy(() -> new FeishuApi(client(new ConnectException("refused"))).call(SEND, (body) -> "").block())
			.withMessage("ephemeral.send was not sent, because there is no connection: refused")
			.withCauseInstanceOf(ConnectException.class)
			.satisfies((error) -> assertThat(error.operation()).isEqualTo("ephemeral.send"));
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

	private static WebClient client(Exception failure) {
		ExchangeFunction failing = (request) -> Mono.error(noResponse(request, failure));
		return FeishuWebClient.unauthenticated(WebClient.builder().exchangeFunction(failing), BASE_URL,
				RetryPolicy.none());
	}

	private static WebClientRequestException noResponse(ClientRequest request, Exception failure) {
		return new WebClientRequestException(failure, request.method(), request.url(), new HttpHeaders());
	}

}
