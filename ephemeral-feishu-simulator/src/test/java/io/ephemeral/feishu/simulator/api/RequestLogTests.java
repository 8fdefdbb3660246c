package io.ephemeral.feishu.simulator.api;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLogTests {

	private final RequestLog log = new RequestLog();

	@Test
	void logWhenTooManyRequestsThenForgetsOldest() {
		for (int i = 0; i <= RequestLog.MAX_REQUESTS; i++) {
			add("/" + i, "");
		}

		assertThat(this.log.all()).hasSize(RequestLog.MAX_REQUESTS);
		assertThat(this.log.all().get(0).request().path()).isEqualTo("/1");
	}

	@Test
	void logWhenBodiesAreTooLongThenForgetsOldest() {
		String megabyte = "x".repeat(1024 * 1024);
		for (int i = 0; i <= 32; i++) {
			add("/" + i, megabyte);
		}

		assertThat(this.log.all()).hasSize(32);
		assertThat(this.log.all().get(0).request().path()).isEqualTo("/1");
	}

	private void add(String path, String body) {
		this.log.add(new Exchange(new ApiRequest(Instant.EPOCH, "POST", path, "", null, Map.of(), body),
				HttpAnswer.NONE, true));
	}

}
