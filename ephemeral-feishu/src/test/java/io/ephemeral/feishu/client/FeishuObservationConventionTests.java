package io.ephemeral.feishu.client;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;

import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;

class FeishuObservationConventionTests {

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	@Test
	void callWhenAnsweredThenTellsOperationAndSuccess() {
		call((request) -> answer("{\"code\": 0, \"data\": {\"message_id\": \"om_1\"}}")).block();

		assertObserved("success", "none");
		assertThat(this.registry).hasSingleObservationThat().hasContextualNameEqualTo("feishu group.send");
	}

	@Test
	void callWhenRefusedThenTellsCategoryAndForTracesCodeAndLogId() {
		call((request) -> answer("{\"code\": 230002, \"msg\": \"out\", \"error\": {\"log_id\": \"2021\"}}"))
			.onErrorComplete()
			.block();

		assertObserved("refused", "bot_not_in_chat");
		assertThat(this.registry).hasSingleObservationThat()
			.hasHighCardinalityKeyValue("code", "230002")
			.hasHighCardinalityKeyValue("log_id", "2021");
	}

	@Test
	void callWhenPlatformFailedThenOutcomeIsUnknownAndCategoryInternal() {
		call((request) -> answer("{\"code\": 1500}")).onErrorComplete().block();

		assertObserved("unknown", "internal");
	}

	@Test
	void callWhenAnswerIsNotWhatItPromisesThenOutcomeIsUnknown() {
		call((request) -> answer("{\"code\": 0, \"data\": {}}")).onErrorComplete().block();

		assertObserved("unknown", "none");
	}

	@Test
	void callWhenItsTokenIsRefusedThenWasNotSent() {
		call((request) -> Mono.error(new FeishuApiException(new FeishuApiError("auth.tenant_access_token",
				HttpStatus.BAD_REQUEST, 10014, "off", null, null, null, List.of(), null, null))))
			.onErrorComplete()
			.block();

		assertObserved("not_sent", "credentials");
	}

	@Test
	void callWhenThereIsNoConnectionThenWasNotSent() {
		call((request) -> Mono.error(new WebClientRequestException(new ConnectException("refused"), HttpMethod.POST,
				request.url(), new HttpHeaders())))
			.onErrorComplete()
			.block();

		assertObserved("not_sent", "none");
	}

	@Test
	void callWhenCallerLeavesThenIsCancelled() {
		call((request) -> Mono.never()).subscribe().dispose();

		assertObserved("canceled", "none");
	}

	private void assertObserved(String outcome, String category) {
		assertThat(this.registry).hasSingleObservationThat()
			.hasNameEqualTo("feishu.calls")
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("operation", "group.send")
			.hasLowCardinalityKeyValue("outcome", outcome)
			.hasLowCardinalityKeyValue("category", category);
	}

	private Mono<?> call(ExchangeFunction platform) {
		WebClient client = FeishuWebClient.unauthenticated(
				WebClient.builder()
					.exchangeFunction(platform)
					.observationRegistry(this.registry)
					.observationConvention(new FeishuObservationConvention()),
				URI.create("https://open.feishu.cn"), RetryPolicy.none());
		return new FeishuApi(client).call(FeishuCall.post("group.send", "/open-apis/im/v1/messages"),
				(response) -> response.required("data").required("message_id").stringValue());
	}

	private static Mono<ClientResponse> answer(String body) {
		return Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.body(body)
			.build());
	}

}
