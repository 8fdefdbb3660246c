package io.ephemeral.feishu.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenUnavailableException;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.error.ConnectionFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Failures before a request leaves. None of them may end as an unknown outcome.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NeverSentTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class))
		.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.retry.max-attempts=1",
				"feishu.http.acquire-timeout=2s", "feishu.http.response-timeout=10m",
				"feishu.http.connect-timeout=10m");

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.end.countDown();
	}

	@Test
	void cardWhenPoolIsFullThenWasNotSent() throws IOException {
		ConnectionProvider pool = ConnectionProvider.builder("one").maxConnections(1).pendingAcquireMaxCount(3).build();
		try (RawServer server = new RawServer((request, connection) -> await(this.end))) {
			cards(server.url().toString(), HttpClient.create(pool)).run((context) -> {
				ReactiveEphemeralCardTemplate cards = context.getBean(ReactiveEphemeralCardTemplate.class);
				// What the first call loads may take longer than the time to acquire.
				Disposable first = send(cards).retry().subscribe();
				try {
					await(server);

					List<Object> outcomes = Flux.range(0, 10)
						.flatMap((i) -> send(cards).cast(Object.class).onErrorResume(Mono::just))
						.collectList()
						.block(PatientSession.PATIENCE);

					assertThat(outcomes).hasSize(10).hasOnlyElementsOfType(ConnectionFailedException.class);
					assertThat(server.requests()).isEqualTo(1);
				}
				finally {
					first.dispose();
					this.end.countDown();
				}
			});
		}
		finally {
			pool.dispose();
		}
	}

	@Test
	void cardWhenEventLoopHasEndedThenWasNotSent() {
		LoopResources loops = LoopResources.create("ended");
		HttpClient client = HttpClient.create(ConnectionProvider.newConnection()).runOn(loops);
		loops.disposeLater(Duration.ZERO, Duration.ofSeconds(5)).block();

		cards("http://127.0.0.1:1", client)
			.run((context) -> assertNotSent(context.getBean(ReactiveEphemeralCardTemplate.class)));
	}

	enum Handshake {

		CLOSED, RESET, NO_TLS, SILENT, DRIPS;

		void answer(Socket connection) throws IOException {
			connection.getInputStream().read();
			switch (this) {
				case CLOSED -> connection.close();
				case RESET -> RawServer.reset(connection);
				case NO_TLS -> RawServer.send(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
				case SILENT -> connection.getInputStream().readAllBytes();
				case DRIPS -> drip(connection);
			}
		}

		/** Sends a record of a handshake that never completes. */
		private static void drip(Socket connection) throws IOException {
			connection.getOutputStream().write(new byte[] { 22, 3, 3, 16, 0 });
			while (true) {
				connection.getOutputStream().write(2);
				NeverSentTests.sleep();
			}
		}

	}

	@ParameterizedTest
	@EnumSource
	void cardWhenReactorNettyHasNoHandshakeThenWasNotSent(Handshake handshake) throws IOException {
		assertNotSentWithout(handshake, "reactor");
	}

	@ParameterizedTest
	@EnumSource
	void cardWhenJdkClientHasNoHandshakeThenWasNotSent(Handshake handshake) throws IOException {
		assertNotSentWithout(handshake, "jdk");
	}

	private void assertNotSentWithout(Handshake handshake, String engine) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread thread = new Thread(() -> accept(server, handshake));
			thread.setDaemon(true);
			thread.start();
			this.runner.withBean(TokenSource.class, () -> tokens("t-1"))
				.withPropertyValues("feishu.base-url=https://127.0.0.1:" + server.getLocalPort(),
						"spring.http.clients.reactive.connector=" + engine)
				.run((context) -> assertNotSent(context.getBean(ReactiveEphemeralCardTemplate.class)));
		}
	}

	private static void accept(ServerSocket server, Handshake handshake) {
		while (!server.isClosed()) {
			try (Socket connection = server.accept()) {
				handshake.answer(connection);
			}
			catch (IOException ex) {
				// The client has closed it, or the test the server.
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "t-1\\r\\nX-Other: 1", "t 1", "t-\\u00e9", "t-\\u0000", "t-\\u007f", " " })
	void cardWhenTokenFitsNoHeaderThenWasNotSent(String token) throws IOException {
		String body = "{\"code\":0,\"tenant_access_token\":\"" + token + "\",\"expire\":7200}";
		try (RawServer server = new RawServer((request, connection) -> RawServer.send(connection,
				"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
						+ body))) {
			this.runner.withPropertyValues("feishu.base-url=" + server.url(), "feishu.http.acquire-timeout=10m")
				.run((context) -> {
					ReactiveEphemeralCardTemplate cards = context.getBean(ReactiveEphemeralCardTemplate.class);

					assertThatExceptionOfType(TokenUnavailableException.class).isThrownBy(() -> send(cards).block());
				});
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	private ApplicationContextRunner cards(String url, HttpClient client) {
		return this.runner.withBean(TokenSource.class, () -> tokens("t-1"))
			.withBean("feishuHttpConnector", ClientHttpConnector.class, () -> new ReactorClientHttpConnector(client))
			.withPropertyValues("feishu.base-url=" + url);
	}

	private static TokenSource tokens(String token) {
		return (request) -> Mono.just(new TenantToken(token, Instant.MAX));
	}

	private static void assertNotSent(ReactiveEphemeralCardTemplate cards) {
		assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> send(cards).block());
	}

	private static Mono<?> send(ReactiveEphemeralCardTemplate cards) {
		return cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"), Card.builder().title("Lunch?").build());
	}

	private static void await(RawServer server) {
		while (server.requests() == 0) {
			sleep();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void sleep() {
		try {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
