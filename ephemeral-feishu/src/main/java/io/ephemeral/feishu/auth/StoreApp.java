package io.ephemeral.feishu.auth;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * App of the store, which tenants install.
 *
 * @param credentials id and secret of the app
 * @param tickets where the tickets are that the platform pushes
 * @param ticketWait how long a call waits for a ticket that the platform was asked to
 * push; positive, and at most 30 seconds
 */
public record StoreApp(CredentialsSupplier credentials, AppTicketStore tickets, Duration ticketWait) {

	private static final Duration LONGEST_TICKET_WAIT = Duration.ofSeconds(30);

	public StoreApp {
		Assert.isTrue(ticketWait.compareTo(Duration.ZERO) > 0 && ticketWait.compareTo(LONGEST_TICKET_WAIT) <= 0,
				"'ticketWait' must be positive and at most 30 seconds");
	}

}
