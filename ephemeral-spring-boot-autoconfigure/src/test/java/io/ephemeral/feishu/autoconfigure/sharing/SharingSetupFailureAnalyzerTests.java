package io.ephemeral.feishu.autoconfigure.sharing;

import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class SharingSetupFailureAnalyzerTests {

	@Test
	void analysisThenNamesProblemWithBothWaysOut() {
		FailureAnalysis analysis = new SharingSetupFailureAnalyzer().analyze(new IllegalStateException(
				new SharingSetupException("redis", "There is no connection", "Add a connection.")));

		assertThat(analysis.getDescription()).isEqualTo("There is no connection.");
		assertThat(analysis.getAction()).contains("- Add a connection.",
				"Set 'feishu.redis.enabled' to 'false', or remove ephemeral-feishu-redis");
	}

}
