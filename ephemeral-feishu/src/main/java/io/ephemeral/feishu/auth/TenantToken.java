package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.time.Instant;

import org.springframework.util.Assert;

/**
 * A tenant access token, by which an app acts inside one company.
 *
 * @param value the token, {@code t-…}, which is never printed
 * @param expiresAt when the platform begins to refuse it
 */
public record TenantToken(String value, Instant expiresAt) implements Serializable {

	public TenantToken {
		Assert.hasText(value, "The token must not be blank");
	}

	boolean isValidAt(Instant time) {
		return time.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "TenantToken[expiresAt=" + this.expiresAt + "]";
	}

}
