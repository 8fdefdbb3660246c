package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.time.Instant;

import org.springframework.util.Assert;

/**
 * App ticket, which the platform pushes to a store app every hour. The app needs it to
 * obtain tokens.
 *
 * @param value the {@code app_ticket}; never printed
 * @param pushedAt the {@code ts} of the event with the ticket; the latest ticket is the
 * valid one
 */
public record AppTicket(String value, Instant pushedAt) implements Serializable {

	public AppTicket {
		Assert.hasText(value, "The app ticket must not be blank");
	}

	@Override
	public String toString() {
		return "AppTicket[pushedAt=" + this.pushedAt + "]";
	}

}
