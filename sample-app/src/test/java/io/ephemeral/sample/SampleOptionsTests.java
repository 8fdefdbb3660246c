package io.ephemeral.sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleOptionsTests {

	@Test
	void optionsWhenShortThenMeanProperties() {
		assertThat(SampleApplication.withProperties("--register", "--server.port=0"))
			.containsExactly("--feishu.registration.enabled=true", "--server.port=0");
		assertThat(SampleApplication.withProperties("--update")).containsExactly("--feishu.registration.enabled=true",
				"--feishu.registration.update=true");
	}

}
