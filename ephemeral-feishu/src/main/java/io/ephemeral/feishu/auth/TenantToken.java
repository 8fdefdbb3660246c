package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.time.Instant;

import io.ephemeral.feishu.client.AccessTokens;

import org.springframework.util.Assert;

/**
 * Tenant access token, with which an app acts in one tenant.
 *
 * @param value the token, such as {@code t-…}; never printed
 * @param expiresAt time from which the platform refuses the token
 */
public record TenantToken(String value, Instant expiresAt) implements Serializable {

	public TenantToken {
		// The message omits the value, because it is a secret.
		Assert.isTrue(AccessTokens.fitsHeader(value),
				"The token must have at most 4096 characters, all of them visible ASCII");
	}

	boolean isValidAt(Instant time) {
		return time.isBefore(this.expiresAt);
	}

	@Override
	public String toString() {
		return "TenantToken[expiresAt=" + this.expiresAt + "]";
	}

}
