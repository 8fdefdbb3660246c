package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;

import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;

/**
 * Connection details of an app that was registered by a scan.
 *
 * @param isNew whether the scan belongs to this start of the application
 */
record RegisteredConnectionDetails(URI getBaseUrl, AppCredentials getCredentials,
		boolean isNew) implements FeishuConnectionDetails {

}
