package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.time.Instant;

import io.ephemeral.feishu.client.AccessTokens;

import org.springframework.util.Assert;

/**
 * Tenant access token. An app acts with it inside one tenant.
 *
 * @param value the token, {@code t-…}, which is never printed
 * @param expiresAt when the platform begins to refuse it
 */
public record TenantToken(String value, Instant expiresAt) implements Serializable {

	public TenantToken {
		// Without the value, which is a secret.
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
