package io.ephemeral.feishu;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentifierTests {

	@Test
	void chatIdWhenGivenOpenIdThenTellsWhatItIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ChatId("ou_1"))
			.withMessage("Expected a chat id, but 'ou_1' is an open id");
	}

	@Test
	void openIdWhenGivenUnionIdThenTellsWhatItIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> Viewer.openId("on_1"))
			.withMessage("Expected an open id, but 'on_1' is a union id");
	}

	@Test
	void openIdWhenGivenEmailThenTellsWhatItIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> Viewer.openId("ada@example.com"))
			.withMessage("Expected an open id, but 'ada@example.com' is an e-mail address");
	}

	@Test
	void messageIdWhenGivenThreadIdThenTellsWhatItIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageId("omt_1"))
			.withMessage("Expected a message id, but 'omt_1' is a thread id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void idWhenBlankThenIsRefused(String blank) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ChatId(blank)).withMessageContaining("chat id");
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageId(blank)).withMessageContaining("message id");
		assertThatIllegalArgumentException().isThrownBy(() -> new TenantKey(blank)).withMessageContaining("tenant_key");
		assertThatIllegalArgumentException().isThrownBy(() -> Viewer.userId(blank)).withMessageContaining("user id");
		assertThatIllegalArgumentException().isThrownBy(() -> Viewer.email(blank)).withMessageContaining("e-mail");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", "..." })
	void idWhenOfDotsThenIsRefusedBecauseItWouldLeadElsewhereInAPath(String dots) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MessageId(dots))
			.withMessage("Expected a message id, but '" + dots + "' has only dots");
		assertThatIllegalArgumentException().isThrownBy(() -> new ChatId(dots)).withMessageContaining("chat id");
		assertThatIllegalArgumentException().isThrownBy(() -> new ThreadId(dots)).withMessageContaining("thread id");
	}

	@Test
	void idWhenOfUnknownFormThenPasses() {
		assertThat(new ChatId("7012345")).hasToString("7012345");
		assertThat(Viewer.userId("gg895344").value()).isEqualTo("gg895344");
		assertThat(Viewer.userId("ada@acme").value()).isEqualTo("ada@acme");
	}

}
