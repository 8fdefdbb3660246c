package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.net.URI;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a token. {@code toString()} is unique and can be used as a cache key.
 *
 * @param baseUrl base URL of the platform
 * @param appId id of the app
 * @param tenantKey the {@code tenant_key} of the tenant for which a store app acts; null
 * for a self-built app
 */
public record TokenKey(URI baseUrl, String appId, @Nullable String tenantKey) implements Serializable {

	/**
	 * Returns the key of the same app for a tenant.
	 * @param tenant the tenant; null for a self-built app
	 * @return the key
	 */
	TokenKey of(@Nullable TenantKey tenant) {
		return new TokenKey(this.baseUrl, this.appId, (tenant != null) ? tenant.value() : null);
	}

	@Override
	public String toString() {
		return this.baseUrl + "|" + this.appId + ((this.tenantKey != null) ? "|" + this.tenantKey : "");
	}

}
