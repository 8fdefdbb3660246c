package io.ephemeral.feishu.client;

import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

class FeishuObservationConventionTests {

	private final List<Observation.Context> observed = new ArrayList<>();

	@Test
	void callWhenAnsweredThenTellsOperationAndSuccess() {
		call((request) -> answer("{\"code\": 0}")).block();

		assertOutcome("success", "none");
		assertThat(this.observed).singleElement().satisfies((context) -> {
			assertThat(context.getName()).isEqualTo("feishu.calls");
			assertThat(context.getContextualName()).isEqualTo("feishu group.send");
		});
	}

	@Test
	void callWhenRefusedThenTellsCategoryAndForTracesCodeAndLogId() {
		call((request) -> answer("{\"code\": 230002, \"msg\": \"out\", \"error\": {\"log_id\": \"2021\"}}"))
			.onErrorComplete()
			.block();

		assertOutcome("refused", "bot_not_in_chat");
		assertThat(this.observed.get(0).getHighCardinalityKeyValues()).containsExactly(KeyValue.of("code", "230002"),
				KeyValue.of("log_id", "2021"));
	}

	@Test
	void callWhenPlatformFailedThenOutcomeIsUnknownAndCategoryInternal() {
		call((request) -> answer("{\"code\": 1500}")).onErrorComplete().block();

		assertOutcome("unknown", "internal");
	}

	@Test
	void callWhenThereIsNoConnectionThenWasNotSent() {
		call((request) -> Mono.error(new WebClientRequestException(new ConnectException("refused"), HttpMethod.POST,
				request.url(), new HttpHeaders())))
			.onErrorComplete()
			.block();

		assertOutcome("not_sent", "none");
	}

	@Test
	void callWhenCallerLeavesThenIsCancelled() {
		call((request) -> Mono.never()).subscribe().dispose();

		assertOutcome("cancelled", "none");
	}

	private void assertOutcome(String outcome, String category) {
		assertThat(this.observed).singleElement()
			.satisfies((context) -> assertThat(context.getLowCardinalityKeyValues()).containsExactly(
					KeyValue.of("category", category), KeyValue.of("operation", "group.send"),
					KeyValue.of("outcome", outcome)));
	}

	private Mono<?> call(ExchangeFunction platform) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new Recorder());
		WebClient client = FeishuWebClient.unauthenticated(
				WebClient.builder()
					.exchangeFunction(platform)
					.observationRegistry(registry)
					.observationConvention(new FeishuObservationConvention()),
				URI.create("https://open.feishu.cn"), RetryPolicy.none());
		return new FeishuApi(client).call(FeishuCall.post("group.send", "/open-apis/im/v1/messages"),
				(response) -> response);
	}

	private static Mono<ClientResponse> answer(String body) {
		return Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.body(body)
			.build());
	}

	private final class Recorder implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			FeishuObservationConventionTests.this.observed.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
