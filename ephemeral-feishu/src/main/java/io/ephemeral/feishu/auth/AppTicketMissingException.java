package io.ephemeral.feishu.auth;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a store app has no valid app ticket and the platform does not
 * push one in time on request. Nothing was sent.
 */
public class AppTicketMissingException extends TokenUnavailableException {

	private static final long serialVersionUID = 1L;

	AppTicketMissingException(String appId, Duration wait, @Nullable AppTicket stale) {
		super("the library requested %s of %s, but the platform pushed none within %d ms (feishu.store.ticket-wait); "
			.formatted((stale != null) ? "an app ticket in place of the refused one" : "an app ticket", appId,
					wait.toMillis())
				+ "check that the request URL of events in the developer console leads to this application and responds");
	}

}
