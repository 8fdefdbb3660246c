package io.ephemeral.feishu.registration;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.RetryPolicy;
import io.ephemeral.feishu.error.UnexpectedResponseException;
import io.ephemeral.feishu.limit.RateLimiter;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AppSettingsLookupTests {

	private static final String REFUSED = "{\"code\": 99991672, \"msg\": \"Access denied\"}";

	private final Map<String, String> responses = new HashMap<>(Map.of("/open-apis/application/v6/scopes", REFUSED,
			"/open-apis/application/v6/applications/cli_1", REFUSED));

	private final WebClient client = FeishuWebClient.authenticated(
			WebClient.builder()
				.exchangeFunction((request) -> Mono.just(ClientResponse.create(HttpStatus.OK)
					.body(Objects.requireNonNull(this.responses.get(request.url().getPath())))
					.build())),
			URI.create("https://feishu.example.com"), (request, next) -> next.exchange(request), RetryPolicy.none(),
			RateLimiter.unlimited());

	private AppSettings settings() {
		return Objects.requireNonNull(new AppSettingsLookup(this.client).find("cli_1").block());
	}

	@Test
	void scopesWhenShownThenAreTheGrantedOnesOfTheApp() {
		this.responses.put("/open-apis/application/v6/scopes", """
				{"code": 0, "data": {"scopes": [
					{"scope_name": "a", "grant_status": 1, "scope_type": "tenant"},
					{"scope_name": "b", "grant_status": 2, "scope_type": "tenant"},
					{"scope_name": "c", "grant_status": 1, "scope_type": "user"},
					{"scope_name": "d", "grant_status": 1}]}}""");

		assertThat(settings().scopes()).containsExactlyInAnyOrder("a", "d");
		assertThat(settings().events()).isNull();
	}

	@Test
	void eventsAndCallbacksWhenShownThenAreRead() {
		this.responses.put("/open-apis/application/v6/applications/cli_1", """
				{"code": 0, "data": {"app": {"event": {"subscribed_events": ["e1"]},
					"callback_info": {"subscribed_callbacks": []}}}}""");

		assertThat(settings().events()).containsExactly("e1");
		assertThat(settings().callbacks()).isEmpty();
		assertThat(settings().scopes()).isNull();
	}

	@Test
	void eventsWhenShapeIsAnotherThenAreNotShown() {
		this.responses.put("/open-apis/application/v6/applications/cli_1",
				"{\"code\": 0, \"data\": {\"app\": {\"event\": {\"subscribed_events\": [{\"event_type\": 1}]}}}}");

		assertThat(settings()).isEqualTo(new AppSettings(null, null, null));
	}

	@Test
	void findWhenResponseIsNotOfThePlatformThenFails() {
		this.responses.put("/open-apis/application/v6/scopes", "<html>");

		assertThatExceptionOfType(UnexpectedResponseException.class).isThrownBy(this::settings);
	}

}
