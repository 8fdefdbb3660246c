package io.ephemeral.feishu.auth;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A store app has no ticket, or none that the platform takes, and the platform pushed
 * none in time although it was asked to. Nothing was sent.
 */
public class AppTicketMissingException extends TokenUnavailableException {

	private static final long serialVersionUID = 1L;

	AppTicketMissingException(String appId, Duration wait, @Nullable AppTicket stale) {
		super("the platform was asked for %s of %s, but pushed none within %d ms; ".formatted(
				(stale != null) ? "another app ticket than the refused one" : "an app ticket", appId, wait.toMillis())
				+ "see in the developer console that the request URL of events belongs to this application and answers. "
				+ "feishu.store.ticket-wait sets how long a call waits");
	}

}
