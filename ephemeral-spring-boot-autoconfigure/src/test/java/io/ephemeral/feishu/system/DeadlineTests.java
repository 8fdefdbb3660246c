package io.ephemeral.feishu.system;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Slow platform: bytes arrive continuously, so that no time-out of an HTTP client ends
 * the response.
 */
@ParameterizedClass
@ValueSource(strings = { "reactor", "jdk" })
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DeadlineTests {

	private static final String CHUNKED = "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n";

	@Parameter
	private String engine;

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "status line, HTTP/1.1 200 O, K", "headers, HTTP/1.1 200 OK\\r\\n, X-Drip: 1\\r\\n",
			"header line, HTTP/1.1 200 OK\\r\\nX-Drip:, x", "early hints, '', HTTP/1.1 103 Early Hints\\r\\n\\r\\n",
			"chunk extension, " + CHUNKED + "1;a=, x", "chunks, " + CHUNKED + ", 1\\r\\n \\r\\n",
			"trailer, " + CHUNKED + "1\\r\\n \\r\\n0\\r\\n, X-Drip: 1\\r\\n",
			"body, HTTP/1.1 200 OK\\r\\nContent-Length: 1000\\r\\n\\r\\n{, ' '" })
	void cardWhenPlatformDripsThenOutcomeIsUnknownInTime(String place, String start, String drop) throws IOException {
		try (RawServer server = new RawServer((request, connection) -> drip(connection, start, drop))) {
			runner(server).withBean(TokenSource.class, DeadlineTests::freeTokens).run((context) -> {
				EphemeralCardTemplate cards = context.getBean(EphemeralCardTemplate.class);
				long before = System.nanoTime();

				assertThatExceptionOfType(DeliveryUnknownException.class).as(place).isThrownBy(() -> send(cards));
				assertThat(Duration.ofNanos(System.nanoTime() - before)).as(place).isLessThan(Duration.ofMinutes(1));
			});
			assertThat(server.requests()).as(place).isEqualTo(1);
		}
	}

	@Test
	void tokenWhenPlatformDripsThenCardWasNotSent() throws IOException {
		try (RawServer server = new RawServer((request, connection) -> drip(connection, CHUNKED, "1\\r\\n \\r\\n"))) {
			runner(server).run((context) -> {
				EphemeralCardTemplate cards = context.getBean(EphemeralCardTemplate.class);

				assertThatExceptionOfType(TokenUnavailableException.class).isThrownBy(() -> send(cards))
					.withMessageContaining("within 700 ms (feishu.http.response-timeout)");
			});
		}
	}

	@Test
	void fileWhenPlatformDripsThenApplicationReadsNoLonger() throws IOException {
		try (RawServer server = new RawServer((request, connection) -> drip(connection,
				"HTTP/1.1 200 OK\\r\\nContent-Type: image/png\\r\\nContent-Length: 1000\\r\\n\\r\\n", "x"))) {
			runner(server).withBean(TokenSource.class, DeadlineTests::freeTokens).run((context) -> {
				WebClient client = context.getBean("feishuWebClient", WebClient.class);

				assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> client.get()
					.uri("/open-apis/im/v1/images/{key}", "img_1")
					.exchangeToMono((response) -> response.bodyToMono(byte[].class))
					.block());
			});
		}
	}

	private static void drip(Socket connection, String start, String drop) throws IOException {
		RawServer.send(connection, unescaped(start));
		while (true) {
			RawServer.send(connection, unescaped(drop));
			try {
				TimeUnit.MILLISECONDS.sleep(50);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}
	}

	private static String unescaped(String text) {
		return text.replace("\\r\\n", "\r\n");
	}

	private ApplicationContextRunner runner(RawServer server) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class))
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1",
					"feishu.http.response-timeout=700ms", "feishu.http.acquire-timeout=5m",
					"feishu.http.connect-timeout=5m", "feishu.retry.max-attempts=1", "feishu.base-url=" + server.url(),
					"spring.http.clients.reactive.connector=" + this.engine);
	}

	private static TokenSource freeTokens() {
		return (request) -> Mono.just(new TenantToken("t-1", Instant.MAX));
	}

	private static void send(EphemeralCardTemplate cards) {
		cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build());
	}

}
