package io.ephemeral.feishu.auth;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Store app and the settings for obtaining its tokens.
 *
 * @param credentials id and secret of the app
 * @param tickets store of the app tickets
 * @param ticketWait maximum wait of a call for a requested ticket; positive, and at most
 * 30 seconds
 */
public record StoreApp(CredentialsSupplier credentials, AppTicketStore tickets, Duration ticketWait) {

	private static final Duration LONGEST_TICKET_WAIT = Duration.ofSeconds(30);

	public StoreApp {
		Assert.isTrue(ticketWait.compareTo(Duration.ZERO) > 0 && ticketWait.compareTo(LONGEST_TICKET_WAIT) <= 0,
				"'ticketWait' must be positive and at most 30 seconds");
	}

}
