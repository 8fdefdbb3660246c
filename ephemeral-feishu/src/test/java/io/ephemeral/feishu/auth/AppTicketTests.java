package io.ephemeral.feishu.auth;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppTicketTests {

	@Test
	void ticketWhenPrintedThenHidesItsValue() {
		assertThat(new AppTicket("ticket-1", Instant.parse("2026-01-01T00:00:00Z")))
			.hasToString("AppTicket[pushedAt=2026-01-01T00:00:00Z]");
	}

}
