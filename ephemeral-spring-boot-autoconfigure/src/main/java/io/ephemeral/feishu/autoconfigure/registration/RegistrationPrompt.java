package io.ephemeral.feishu.autoconfigure.registration;

import java.net.URI;
import java.time.Duration;

/**
 * Place where a person sees the link of a registration. A bean of this type replaces the
 * standard output.
 */
@FunctionalInterface
public interface RegistrationPrompt {

	/**
	 * Shows a link. The application waits for the scan after this method returns.
	 * @param link link of the platform's page; it contains no secret, but who opens it
	 * may register the app
	 * @param validity time in which a person must confirm the page
	 */
	void show(URI link, Duration validity);

}
