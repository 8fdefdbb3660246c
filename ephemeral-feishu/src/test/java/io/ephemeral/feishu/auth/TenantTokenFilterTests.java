package io.ephemeral.feishu.auth;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

class TenantTokenFilterTests {

	private static final String CHATS = "https://open.feishu.cn/open-apis/im/v1/chats";

	private final AtomicInteger tokenRequests = new AtomicInteger();

	private final TenantTokenFilter filter = new TenantTokenFilter(
			new TenantTokenProvider((request) -> Mono
				.fromSupplier(() -> new TenantToken(request.tenant() + "-" + this.tokenRequests.incrementAndGet(),
						Instant.now().plusSeconds(7200))),
					Duration.ofMinutes(10), Clock.systemUTC()),
			URI.create("https://open.feishu.cn"));

	private final List<@Nullable String> sent = new ArrayList<>();

	@Test
	void requestWhenTenantIsNamedThenHasItsToken() {
		send(CHATS, FeishuAttributes.tenant(new TenantKey("tenant-1")));
		send(CHATS, FeishuAttributes.tenant(new TenantKey("tenant-2")));

		assertThat(this.sent).containsExactly("Bearer tenant-1-1", "Bearer tenant-2-2");
	}

	@Test
	void requestWhenCallerHasATokenThenHasThat() {
		send(CHATS, FeishuAttributes.accessToken("u-1"));

		assertThat(this.sent).containsExactly("Bearer u-1");
		assertThat(this.tokenRequests).hasValue(0);
	}

	@Test
	void requestWhenTokenOfCallerIsRefusedThenIsNotSentAgainAndNothingIsReplaced() {
		ClientRequest request = request(CHATS, FeishuAttributes.accessToken("u-1"));

		StepVerifier.create(this.filter.filter(request, (attempt) -> {
			this.sent.add(attempt.headers().getFirst(HttpHeaders.AUTHORIZATION));
			return Mono.error(refused());
		}))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(FeishuApiException.class)
				.isNotInstanceOf(TokenRefusedException.class));
		assertThat(this.sent).containsExactly("Bearer u-1");
		assertThat(this.tokenRequests).hasValue(0);
	}

	@Test
	void requestWhenTokenOfCallerIsRefusedThenTheTokenThatIsKeptServesOn() {
		send(CHATS, (attributes) -> {
		});
		StepVerifier
			.create(this.filter.filter(request(CHATS, FeishuAttributes.accessToken("null-1")),
					(attempt) -> Mono.error(refused())))
			.verifyError();
		send(CHATS, (attributes) -> {
		});

		assertThat(this.sent).containsExactly("Bearer null-1", "Bearer null-1");
		assertThat(this.tokenRequests).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example/", "http://open.feishu.cn/", "https://open.feishu.cn:8443/",
			"https://open.feishu.cn.example/" })
	void requestWhenItGoesElsewhereThenHasNoToken(String url) {
		send(url, FeishuAttributes.accessToken("u-1"));
		send(url, FeishuAttributes.tenant(new TenantKey("tenant-1")));

		assertThat(this.sent).containsExactly(null, null);
	}

	@Test
	void requestWhenItHasNoResponseThenErrorHasNoToken() {
		ClientRequest request = request(CHATS, FeishuAttributes.accessToken("u-1"));

		StepVerifier
			.create(this.filter.filter(request,
					(attempt) -> Mono.error(new WebClientRequestException(new IOException("reset"), attempt.method(),
							attempt.url(), attempt.headers()))))
			.verifyErrorSatisfies((error) -> assertThat(((WebClientRequestException) error).getHeaders().toString())
				.doesNotContain("u-1"));
	}

	@Test
	void requestWhenItHasNoResponseThenErrorHasItsOtherHeadersWithCause() {
		IOException reset = new IOException("reset");
		ClientRequest request = ClientRequest.from(request(CHATS, FeishuAttributes.tenant(new TenantKey("tenant-1"))))
			.header("X-Request", "7")
			.build();

		StepVerifier
			.create(this.filter.filter(request,
					(attempt) -> Mono.error(
							new WebClientRequestException(reset, attempt.method(), attempt.url(), attempt.headers()))))
			.verifyErrorSatisfies((error) -> {
				assertThat(error).isInstanceOf(WebClientRequestException.class).hasCause(reset);
				assertThat(((WebClientRequestException) error).getHeaders().getFirst("X-Request")).isEqualTo("7");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://open.feishu.cn:443/", "https://OPEN.feishu.cn/", "HTTPS://open.feishu.cn/" })
	void requestWhenAddressIsWrittenOtherwiseThenHasToken(String url) {
		send(url, FeishuAttributes.accessToken("u-1"));

		assertThat(this.sent).containsExactly("Bearer u-1");
	}

	@Test
	void requestWhenPlatformIsWithoutEncryptionThenPortIs80() {
		TenantTokenFilter local = new TenantTokenFilter(
				new TenantTokenProvider((request) -> Mono.never(), Duration.ofMinutes(10), Clock.systemUTC()),
				URI.create("http://localhost"));
		for (String url : List.of("http://localhost:80/", "http://localhost:443/")) {
			local.filter(request(url, FeishuAttributes.accessToken("u-1")), (attempt) -> {
				this.sent.add(attempt.headers().getFirst(HttpHeaders.AUTHORIZATION));
				return Mono.just(ClientResponse.create(HttpStatus.OK).build());
			}).block();
		}

		assertThat(this.sent).containsExactly("Bearer u-1", null);
	}

	private void send(String url, Consumer<Map<String, Object>> attributes) {
		this.filter.filter(request(url, attributes), (attempt) -> {
			this.sent.add(attempt.headers().getFirst(HttpHeaders.AUTHORIZATION));
			return Mono.just(ClientResponse.create(HttpStatus.OK).build());
		}).block();
	}

	private static ClientRequest request(String url, Consumer<Map<String, Object>> attributes) {
		return ClientRequest.create(HttpMethod.GET, URI.create(url)).attributes(attributes).build();
	}

	private static FeishuApiException refused() {
		return new FeishuApiException(new FeishuApiError("im.chats", HttpStatus.UNAUTHORIZED, 99991663,
				"Invalid access token", null, null, null, List.of(), null, null));
	}

}
