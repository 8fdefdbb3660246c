package io.ephemeral.feishu.auth;

import java.io.Serializable;
import java.net.URI;

import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

/**
 * What a token belongs to. Its {@code toString} is different for each, and suits as a key
 * elsewhere.
 *
 * @param baseUrl where the platform is
 * @param appId the app
 * @param tenantKey the {@code tenant_key} of the company for which a store app acts; null
 * for a custom app
 */
public record TokenKey(URI baseUrl, String appId, @Nullable String tenantKey) implements Serializable {

	/**
	 * The key of the same app for a company.
	 * @param tenant the company; null for a custom app
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
