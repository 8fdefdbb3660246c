package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionSettingsTests {

	@Test
	void settingsWhenInPongThenReplaceThePresentOnes() {
		assertThat(with("{\"ReconnectCount\":-1,\"ReconnectInterval\":90,\"ReconnectNonce\":0,\"PingInterval\":60}"))
			.isEqualTo(new ConnectionSettings(Duration.ofSeconds(60), Duration.ofSeconds(90), Duration.ZERO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "", "pong", "[1]", "{\"PingInterval\":0,\"ReconnectInterval\":-3}",
			"{\"PingInterval\":\"5\"}", "{\"PingInterval\":null}", "{\"PingInterval\":1.5}",
			"{\"PingInterval\":99999999999999999999}" })
	void settingsWhenAbsentOrWrongThenChangeNothing(String payload) {
		assertThat(with(payload)).isEqualTo(ConnectionSettings.STANDARD);
	}

	@Test
	void settingsWhenExtremeThenAreClamped() {
		assertThat(with("{\"PingInterval\":1,\"ReconnectInterval\":1000000}"))
			.isEqualTo(new ConnectionSettings(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(30)));
	}

	private static ConnectionSettings with(String payload) {
		return ConnectionSettings.STANDARD.with(payload.getBytes(StandardCharsets.UTF_8));
	}

}
