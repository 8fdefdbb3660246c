package io.ephemeral.feishu.registration;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.registration.RegistrationFailedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class AppRegistrationTests {

	private static final RegistrationRequest REQUEST = RegistrationRequest.newApp("tests", "Bot",
			new AppNeeds(Set.of("im:message:send_as_bot"), Set.of(), Set.of()));

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private final Accounts accounts = new Accounts();

	/** Stops time, so that no response is late. */
	@BeforeEach
	void stopTime() {
		VirtualTime.stop();
	}

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
	}

	private PendingRegistration begin() {
		return Objects
			.requireNonNull(new AppRegistration(this.accounts.client(), TenantBrand.FEISHU).begin(REQUEST).block());
	}

	private Mono<RegisteredApp> register() {
		return begin().app();
	}

	@Test
	void appWhenConfirmedAfterAWhileThenIsRegistered() {
		this.accounts.respond(Accounts.CODE).respond(Accounts.PENDING).respond(Accounts.APP);

		StepVerifier.withVirtualTime(this::register)
			.expectSubscription()
			.expectNoEvent(INTERVAL.multipliedBy(2).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.assertNext((app) -> {
				assertThat(app.credentials().appId()).isEqualTo("cli_1");
				assertThat(app.credentials().appSecret()).isEqualTo("s3cr3t");
				assertThat(app.brand()).isEqualTo(TenantBrand.FEISHU);
				assertThat(app.openId()).isEqualTo("ou_1");
			})
			.verifyComplete();
		assertThat(this.accounts.requests).containsExactly(
				"accounts.feishu.cn action=begin&archetype=PersonalAgent&auth_method=client_secret&request_user_info=open_id",
				"accounts.feishu.cn action=poll&device_code=d1", "accounts.feishu.cn action=poll&device_code=d1");
	}

	@Test
	void appWhenPlatformIsBusyThenAsksFiveSecondsLaterEachTime() {
		this.accounts.respond(Accounts.CODE)
			.respond("{\"error\": \"slow_down\"}")
			.respond("{\"error\": \"slow_down\"}")
			.respond(Accounts.APP);

		StepVerifier.withVirtualTime(this::register)
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(5 + 10 + 15).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void appWhenPersonBelongsToLarkThenGoesOnThereOnce() {
		String ofLark = "{\"error\": \"authorization_pending\", \"user_info\": {\"tenant_brand\": \"lark\"}}";
		this.accounts.respond(Accounts.CODE).respond(ofLark).respond(ofLark).respond("""
				{"client_id": "cli_1", "client_secret": "s3cr3t"}""");

		StepVerifier.withVirtualTime(this::register)
			.thenAwait(INTERVAL.multipliedBy(3))
			.assertNext((app) -> assertThat(app.brand()).isEqualTo(TenantBrand.LARK))
			.verifyComplete();
		assertThat(this.accounts.requests).extracting((request) -> request.substring(0, request.indexOf(' ')))
			.containsExactly("accounts.feishu.cn", "accounts.feishu.cn", "accounts.larksuite.com",
					"accounts.larksuite.com");
	}

	@ParameterizedTest
	@CsvSource({ "access_denied, DENIED, refused it", "expired_token, EXPIRED, start again",
			"invalid_grant, UNUSABLE, the error invalid_grant", "'<script> s3cr3t', UNUSABLE, an unknown error" })
	void appWhenRegistrationEndsThenErrorHasReason(String error, Reason reason, String message) {
		this.accounts.respond(Accounts.CODE).respond("{\"error\": \"" + error + "\"}");

		StepVerifier.withVirtualTime(this::register)
			.thenAwait(INTERVAL)
			.verifyErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining(message)
				.hasMessageNotContaining("s3cr3t")
				.asInstanceOf(type(RegistrationFailedException.class))
				.returns(reason, RegistrationFailedException::reason));
	}

	@Test
	void appWhenNobodyConfirmsThenExpires() {
		this.accounts.respond(Accounts.CODE).respond(Accounts.PENDING);

		StepVerifier.withVirtualTime(this::register)
			.expectSubscription()
			.expectNoEvent(Duration.ofMinutes(10).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RegistrationFailedException.class)
				.hasMessageContaining("nobody confirmed"));
	}

	@Test
	void appWhenSomeRequestsFailThenAsksAgain() {
		this.accounts.respond(Accounts.CODE)
			.respond(Mono.error(new ConnectException()))
			.respond(502, "<html>s3cr3t</html>")
			.respond(Mono.never())
			.respond(Accounts.APP);

		StepVerifier.withVirtualTime(this::register)
			.thenAwait(Duration.ofMinutes(1))
			.expectNextCount(1)
			.verifyComplete();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"interval": 7, "expires_in": 60         | 60
			"expire_in": 30                         | 30
			"expires_in": 0, "interval": -1         | 600
			"expires_in": "soon"                    | 600
			""")
	void beginWhenTimesAreOddThenStandardApplies(String times, long validity) {
		this.accounts.respond(Accounts.CODE.replace("\"interval\": 5, \"expires_in\": 600", times));

		assertThat(begin().validity()).isEqualTo(Duration.ofSeconds(validity));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "<html>s3cr3t</html>", "{\"device_code\": \"d1\"}",
			"{\"device_code\": \"d1\", \"verification_uri_complete\": \"javascript:alert(1)\"}",
			"{\"device_code\": \"d1\", \"verification_uri_complete\": \"http://example.com/\"}",
			"{\"device_code\": \"d1\", \"verification_uri_complete\": \"https://a b/\"}" })
	void beginWhenResponseIsUnusableThenSaysWhatToDo(String response) {
		this.accounts.respond(response);

		StepVerifier.create(new AppRegistration(this.accounts.client(), TenantBrand.FEISHU).begin(REQUEST))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RegistrationFailedException.class)
				.hasMessageEndingWith("make the app in the developer console instead")
				.hasMessageNotContaining("s3cr3t"));
	}

	@Test
	void beginWhenThereIsNoConnectionThenNamesTheHost() {
		URI address = TenantBrand.LARK.accounts();
		this.accounts.respond(Mono.<ClientResponse>error(
				new WebClientRequestException(new ConnectException(), HttpMethod.POST, address, new HttpHeaders())));

		StepVerifier.create(new AppRegistration(this.accounts.client(), TenantBrand.LARK).begin(REQUEST))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ConnectionFailedException.class)
				.hasMessageContaining("accounts.larksuite.com"));
	}

	@Test
	void textWhenAnythingIsPrintedThenHasNoSecret() {
		this.accounts.respond(Accounts.CODE).respond(Accounts.CODE).respond(Accounts.APP);

		assertThat(begin()).asString().doesNotContain("d1");
		StepVerifier.withVirtualTime(this::register)
			.thenAwait(INTERVAL)
			.assertNext((app) -> assertThat(app).asString().contains("cli_1").doesNotContain("s3cr3t"))
			.verifyComplete();
	}

}
