package io.ephemeral.feishu.system;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.function.Consumer;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.error.ConnectionFailedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of a card when connections fail in ways that the HTTP clients have repeats
 * of their own for. None of these may send it twice.
 */
@ParameterizedClass
@ValueSource(strings = { "reactor", "jdk" })
class ConnectionTests {

	private final ApplicationContextRunner runner;

	ConnectionTests(String engine) {
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class))
			.withBean(TokenSource.class, () -> (request) -> Mono.just(new TenantToken("t-1", Instant.MAX)))
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1",
					"spring.http.clients.reactive.connector=" + engine);
	}

	@Test
	void cardWhenConnectionIsResetAfterRequestThenIsSentOnce() {
		sendOnce((request, connection) -> RawServer.reset(connection));
	}

	@Test
	void cardWhenConnectionIsClosedAfterRequestThenIsSentOnce() {
		sendOnce((request, connection) -> connection.close());
	}

	@Test
	void cardWhenConnectionIsResetInTheMiddleOfTheHeadersThenIsSentOnce() {
		sendOnce((request, connection) -> {
			RawServer.send(connection, "HTTP/1.1 200 OK\r\nContent-Ty");
			RawServer.reset(connection);
		});
	}

	@Test
	void cardWhenAnswerIsNoHttpThenIsSentOnce() {
		sendOnce((request, connection) -> {
			RawServer.send(connection, "SSH-2.0-OpenSSH_9.6\r\n\r\n");
			connection.close();
		});
	}

	@Test
	void cardWhenPooledConnectionIsResetAfterRequestThenIsSentOnce() throws IOException {
		try (RawServer server = new RawServer(ConnectionTests::answerFirstOnly)) {
			withCards(server, (cards) -> {
				send(cards);
				assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(cards));
				assertThat(server.requests()).isEqualTo(2);
			});
		}
	}

	private static void answerFirstOnly(int request, Socket connection) throws IOException {
		if (request == 1) {
			RawServer.succeed(connection);
		}
		else {
			RawServer.reset(connection);
		}
	}

	@Test
	void cardWhenServerClosesIdleConnectionThenIsSentOnAnother() throws IOException {
		try (RawServer server = new RawServer((request, connection) -> {
			RawServer.succeed(connection);
			connection.close();
		})) {
			withCards(server, (cards) -> {
				for (int card = 1; card <= 20; card++) {
					int before = server.requests();
					int least = isKnownToBeSent(cards) ? 1 : 0;
					assertThat(server.requests() - before).isBetween(least, 1);
				}
			});
		}
	}

	@Test
	void cardWhenNobodyListensThenWasNotSent() throws IOException {
		RawServer closed = new RawServer((request, connection) -> RawServer.succeed(connection));
		closed.close();

		withCards(closed,
				(cards) -> assertThatExceptionOfType(ConnectionFailedException.class).isThrownBy(() -> send(cards)));
		assertThat(closed.requests()).isZero();
	}

	private void sendOnce(RawServer.Behavior behavior) {
		try (RawServer server = new RawServer(behavior)) {
			withCards(server, (cards) -> {
				assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(() -> send(cards));
				assertThat(server.requests()).isEqualTo(1);
			});
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private void withCards(RawServer server, Consumer<EphemeralCardTemplate> calls) {
		this.runner.withPropertyValues("feishu.base-url=" + server.url(), "feishu.retry.max-elapsed=2s")
			.run((context) -> calls.accept(context.getBean(EphemeralCardTemplate.class)));
	}

	/**
	 * The server may close the connection in the very moment of the request, and not read
	 * it.
	 */
	private static boolean isKnownToBeSent(EphemeralCardTemplate cards) {
		try {
			send(cards);
			return true;
		}
		catch (DeliveryUnknownException ex) {
			assertThat(ex).hasMessageContaining("unknown");
			return false;
		}
	}

	private static void send(EphemeralCardTemplate cards) {
		cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"),
				RawCard.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[]}}"));
	}

}
