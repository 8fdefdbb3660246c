package io.ephemeral.feishu.registration;

import io.ephemeral.feishu.auth.AppCredentials;
import org.jspecify.annotations.Nullable;

/**
 * App that a person registered or updated by a scan.
 *
 * @param credentials id and secret of the app; the platform shows the secret only once
 * @param brand platform of the app
 * @param openId open id of the person who scanned; null if the platform did not send it
 */
public record RegisteredApp(AppCredentials credentials, TenantBrand brand, @Nullable String openId) {

	@Override
	public String toString() {
		return "RegisteredApp[" + this.credentials.appId() + ", " + this.brand + "]";
	}

}
