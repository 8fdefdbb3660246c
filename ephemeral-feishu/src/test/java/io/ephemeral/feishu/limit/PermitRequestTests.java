package io.ephemeral.feishu.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermitRequestTests {

	@Test
	void requestWhenValueIsMissingOrNegativeThenNamesIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> PermitRequest.of(" ", "oc_a"))
			.withMessageContaining("operation");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PermitRequest.of("ephemeral.send", "oc_a").maxWait(Duration.ofNanos(-1)))
			.withMessageContaining("maxWait");
		assertThat(PermitRequest.of("ephemeral.send", "oc_a").maxWait(Duration.ZERO).maxWait()).isZero();
	}

}
