package io.ephemeral.feishu.connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionTicketTests {

	private static final String URL = "wss://msg-frontier.feishu.cn/ws/v2?fpid=493&aid=552564"
			+ "&device_id=7412345678901234567&access_key=a%2Bb&service_id=33554678&ticket=secret";

	@Test
	void addressWhenGivenThenIsKeptByteForByte() {
		ConnectionTicket ticket = ConnectionTicket.of(URL, ConnectionSettings.STANDARD);

		assertThat(ticket.url()).hasToString(URL);
		assertThat(ticket.service()).isEqualTo(33554678);
		assertThat(ticket).hasToString("ConnectionTicket[7412345678901234567]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ws://127.0.0.1:8080/ws", "ws://localhost/ws", "ws://[::1]:1/ws" })
	void addressWhenLocalThenMayBeUnencrypted(String url) {
		assertThat(ConnectionTicket.of(url, ConnectionSettings.STANDARD).url()).hasToString(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ws://msg-frontier.feishu.cn/ws?ticket=secret", "https://a/ws?ticket=secret",
			"wss:?ticket=secret", "", "wss://a b?ticket=secret", "ws://10.0.0.1/?ticket=secret",
			"ws://localhost.evil.example/?ticket=secret" })
	void addressWhenUnencryptedOrNoneThenIsRefusedWithoutItsSecrets(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionTicket.of(url, ConnectionSettings.STANDARD))
			.withMessageNotContaining("secret");
	}

}
