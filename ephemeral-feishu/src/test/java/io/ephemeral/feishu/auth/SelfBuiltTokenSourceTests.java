package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.PatientCalls;
import io.ephemeral.feishu.error.FeishuApiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

@WireMockTest
class SelfBuiltTokenSourceTests {

	private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";

	private final Clock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));

	private Mono<String> secret = Mono.just("secret-1");

	private TokenSource source = (request) -> Mono.empty();

	@BeforeEach
	void connect(WireMockRuntimeInfo server) {
		this.source = TokenSource.selfBuilt(FeishuWebClient.unauthenticated(WebClient.builder(),
				URI.create(server.getHttpBaseUrl()), PatientCalls.ONE_ATTEMPT), new RotatedCredentials(), this.clock);
		stubFor(post(PATH).willReturn(okJson("{\"code\":10015,\"msg\":\"app secret invalid\"}")));
		takes("secret-1");
	}

	@Test
	void fetchWhenSecretIsRightThenTokenEndsWhenThePlatformSays() {
		assertThat(fetch().block())
			.isEqualTo(new TenantToken("t-secret-1", this.clock.instant().plus(Duration.ofHours(2))));
	}

	@Test
	void fetchWhenSecretWasRotatedThenTakesTheNextOne() {
		fetch().block();
		takes("secret-2");
		stubFor(post(PATH).withRequestBody(equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"secret-1\"}"))
			.willReturn(okJson("{\"code\":10015,\"msg\":\"app secret invalid\"}")));
		StepVerifier.create(fetch()).verifyError(FeishuApiException.class);
		this.secret = Mono.just("secret-2");

		assertThat(fetch().block()).extracting(TenantToken::value).isEqualTo("t-secret-2");
	}

	@Test
	void fetchWhenThereIsNoSecretThenFails() {
		this.secret = Mono.empty();

		StepVerifier.create(fetch())
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(TokenUnavailableException.class)
				.hasMessageEndingWith("the supplier of the credentials returned no app secret"));
	}

	@Test
	void fetchWhenSupplierFailsThenThereIsNoToken() {
		this.secret = Mono.error(new IllegalStateException("vault is sealed"));

		StepVerifier.create(fetch())
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(TokenUnavailableException.class)
				.hasMessageEndingWith("vault is sealed"));
	}

	@Test
	void fetchWhenCompanyIsNamedThenSendsNothing(WireMockRuntimeInfo server) {
		StepVerifier.create(this.source.fetch(new TokenRequest(new TenantKey("tenant-1"), null)))
			.verifyError(TenantMismatchException.class);
		assertThat(server.getWireMock().getServeEvents()).isEmpty();
	}

	private Mono<TenantToken> fetch() {
		return this.source.fetch(new TokenRequest(null, null));
	}

	private static void takes(String secret) {
		stubFor(post(PATH).withRequestBody(equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"" + secret + "\"}"))
			.willReturn(okJson(
					"{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-" + secret + "\",\"expire\":7200}")));
	}

	private final class RotatedCredentials implements CredentialsSupplier {

		@Override
		public String appId() {
			return "cli_1";
		}

		@Override
		public Mono<String> secret() {
			return SelfBuiltTokenSourceTests.this.secret;
		}

	}

}
