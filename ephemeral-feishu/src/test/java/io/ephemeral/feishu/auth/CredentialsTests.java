package io.ephemeral.feishu.auth;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CredentialsTests {

	@Test
	void valuesWhenBlankThenFail() {
		assertThatIllegalArgumentException().isThrownBy(() -> new AppCredentials(" ", "secret"));
		assertThatIllegalArgumentException().isThrownBy(() -> new AppCredentials("cli_1", " "));
		assertThatIllegalArgumentException().isThrownBy(() -> new TenantToken(" ", Instant.MAX));
	}

	@Test
	void valuesWhenPrintedThenShowNoSecret() {
		assertThat(new AppCredentials("cli_1", "s3cr3t")).hasToString("AppCredentials[cli_1]");
		assertThat(new TenantToken("t-1", Instant.EPOCH)).hasToString("TenantToken[expiresAt=1970-01-01T00:00:00Z]");
	}

	@Test
	void storeAppWhenItWouldWaitTooShortOrTooLongForTicketThenFails() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StoreApp(new AppCredentials("cli_1", "s"), AppTicketStore.inMemory(), Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new StoreApp(new AppCredentials("cli_1", "s"),
				AppTicketStore.inMemory(), Duration.ofSeconds(31)));
	}

}
