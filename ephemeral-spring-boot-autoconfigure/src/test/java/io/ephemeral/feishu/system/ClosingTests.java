package io.ephemeral.feishu.system;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.NotSentException;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.TenantToken;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.DefaultLifecycleProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls when the application stops.
 */
@ParameterizedClass
@ValueSource(strings = { "reactor", "jdk" })
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ClosingTests {

	private static final int UNDER_WAY = 50;

	private static final int WAITING = 1000;

	/** Far less than any of the times for which a call may wait. */
	private static final Duration LONGEST_CLOSING = Duration.ofMinutes(3);

	private final CountDownLatch arrived = new CountDownLatch(UNDER_WAY);

	private final CountDownLatch closing = new CountDownLatch(1);

	private final Queue<Object> outcomes = new ConcurrentLinkedQueue<>();

	private final ApplicationContextRunner runner;

	ClosingTests(String engine) {
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(FeishuAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class))
			.withBean("lifecycleProcessor", DefaultLifecycleProcessor.class, ClosingTests::patientLifecycle)
			.withBean(TokenSource.class, () -> (request) -> Mono.just(new TenantToken("t-1", Instant.MAX)))
			.withPropertyValues("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.rate-limit.max-wait=1000h",
					"feishu.rate-limit.headroom=10m", "feishu.http.acquire-timeout=10m",
					"feishu.http.response-timeout=10m", "feishu.http.read-timeout=10m",
					"spring.http.clients.reactive.connector=" + engine);
	}

	private static DefaultLifecycleProcessor patientLifecycle() {
		DefaultLifecycleProcessor lifecycle = new DefaultLifecycleProcessor();
		lifecycle.setTimeoutPerShutdownPhase(Duration.ofMinutes(10).toMillis());
		return lifecycle;
	}

	@Test
	void closeWhenCallsWaitThenTheyWereNotSentAndThoseUnderWayEndAsTheyAre() throws Exception {
		try (RawServer server = new RawServer(this::answerAfterClosingBegins)) {
			this.runner.withPropertyValues("feishu.base-url=" + server.url()).run((context) -> {
				sendMany(context.getBean(ReactiveEphemeralCardTemplate.class));
				assertThat(this.arrived.await(5, TimeUnit.MINUTES)).isTrue();
				long start = System.nanoTime();
				this.closing.countDown();
				context.getSourceApplicationContext().close();

				assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_CLOSING);
			});

			Awaitility.await().until(() -> this.outcomes.size() == UNDER_WAY + WAITING);
			assertThat(this.outcomes).filteredOn("shown"::equals).hasSize(UNDER_WAY / 2);
			assertThat(this.outcomes).filteredOn(DeliveryUnknownException.class::isInstance).hasSize(UNDER_WAY / 2);
			assertThat(this.outcomes).filteredOn(NotSentException.class::isInstance).hasSize(WAITING);
			assertThat(server.requests()).isEqualTo(UNDER_WAY);
		}
	}

	private void sendMany(ReactiveEphemeralCardTemplate cards) {
		Flux.range(0, UNDER_WAY + WAITING)
			.flatMap((i) -> send(cards, "" + i).cast(Object.class).onErrorResume(Mono::just), UNDER_WAY + WAITING)
			.subscribe(this.outcomes::add);
	}

	/** Half of the requests get their response, the others lose their connection. */
	private void answerAfterClosingBegins(int request, Socket connection) throws IOException {
		this.arrived.countDown();
		try {
			this.closing.await();
			TimeUnit.MILLISECONDS.sleep(300);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (request % 2 == 0) {
			RawServer.succeed(connection);
		}
		else {
			RawServer.reset(connection);
		}
	}

	@Test
	void sendWhenApplicationHasEndedThenWasNotSent() throws IOException {
		try (RawServer server = new RawServer((request, connection) -> RawServer.succeed(connection))) {
			this.runner.withPropertyValues("feishu.base-url=" + server.url()).run((context) -> {
				ReactiveEphemeralCardTemplate cards = context.getBean(ReactiveEphemeralCardTemplate.class);
				send(cards, "a").block();
				context.getSourceApplicationContext().close();

				assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> send(cards, "b").block())
					.withMessageStartingWith("ephemeral.send was not sent, because the application is stopping");
			});
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	private static Mono<String> send(ReactiveEphemeralCardTemplate cards, String viewer) {
		return cards.send(new ChatId("oc_" + viewer), Viewer.openId("ou_" + viewer), Card.builder().title("Hi").build())
			.map((sent) -> "shown");
	}

}
