package io.ephemeral.feishu.registration;

import java.net.URI;
import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Registration that waits for a person.
 */
public final class PendingRegistration {

	private final URI link;

	private final Duration validity;

	private final Mono<RegisteredApp> app;

	PendingRegistration(URI link, Duration validity, Mono<RegisteredApp> app) {
		this.link = link;
		this.validity = validity;
		this.app = app;
	}

	/**
	 * Returns the link to show, as a QR code and as text.
	 * @return address of the platform's page with the request; it contains no secret
	 */
	public URI link() {
		return this.link;
	}

	/**
	 * Returns the time in which a person must confirm the page.
	 * @return a positive duration, 10 minutes unless the platform sets another
	 */
	public Duration validity() {
		return this.validity;
	}

	/**
	 * Waits for the person. To be subscribed to once, when the link is shown.
	 * @return the app. The error is a {@link RegistrationFailedException} if the person
	 * refuses, if nobody confirms in time, or if a response cannot be used. Failed
	 * requests do not end the wait
	 */
	public Mono<RegisteredApp> app() {
		return this.app.timeout(this.validity, Mono.error(RegistrationFailedException::expired));
	}

	@Override
	public String toString() {
		return "PendingRegistration[validity=" + this.validity + "]";
	}

}
