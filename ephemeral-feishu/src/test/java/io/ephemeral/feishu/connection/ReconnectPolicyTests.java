package io.ephemeral.feishu.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.ephemeral.feishu.connection.ConnectionEnd.Reason;
import io.ephemeral.feishu.error.FeishuApiErrors;
import io.ephemeral.feishu.error.FeishuApiException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ReconnectPolicyTests {

	private static final ConnectionSettings SETTINGS = new ConnectionSettings(Duration.ofMinutes(2),
			Duration.ofSeconds(60), Duration.ofSeconds(30));

	private static final ConnectionEnd FAILURE = ConnectionEnd.failed(new TimeoutException());

	/** Always the longest wait. */
	private final ReconnectPolicy policy = new ReconnectPolicy(Duration.ofSeconds(10), (bound) -> bound - 1);

	@Test
	void waitWhenClosedCleanlyThenIsZero() {
		assertThat(this.policy.waitAfter(end(Reason.CLOSED, 60), SETTINGS)).isZero();
	}

	@Test
	void waitWhenLostThenIsWithinTheSpread() {
		assertThat(this.policy.waitAfter(end(Reason.LOST, 60), SETTINGS)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void waitsWhenAttemptsFailThenDoubleUpToTheInterval() {
		assertThat(Stream.generate(() -> this.policy.waitAfter(FAILURE, SETTINGS).toSeconds()).limit(8))
			.isEqualTo(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L));
	}

	@Test
	void waitsWhenConnectionsAreShortThenDouble() {
		assertThat(Stream.generate(() -> this.policy.waitAfter(end(Reason.CLOSED, 1), SETTINGS).toSeconds()).limit(3))
			.isEqualTo(List.of(0L, 4L, 8L));
	}

	@Test
	void waitsWhenConnectionWasStableThenBeginAnew() {
		Stream.generate(() -> this.policy.waitAfter(FAILURE, SETTINGS)).limit(8).forEach((wait) -> {
		});

		assertThat(this.policy.waitAfter(end(Reason.CLOSED, 10), SETTINGS)).isZero();
	}

	@Test
	void waitWhenRefusedThenIsTheInterval() {
		FeishuApiException refusal = FeishuApiException.of(FeishuApiErrors.read("connection.open", HttpStatus.OK,
				HttpHeaders.EMPTY, 1000040345, JsonNodeFactory.instance.objectNode()));

		assertThat(this.policy.waitAfter(ConnectionEnd.failed(refusal), SETTINGS)).isEqualTo(Duration.ofSeconds(60));
	}

	private static ConnectionEnd end(Reason reason, int life) {
		return new ConnectionEnd(reason, Duration.ofSeconds(life), null);
	}

}
