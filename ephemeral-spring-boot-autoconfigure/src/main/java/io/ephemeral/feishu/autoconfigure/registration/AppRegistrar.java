package io.ephemeral.feishu.autoconfigure.registration;

import java.util.Objects;

import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.AppRegistration;
import io.ephemeral.feishu.registration.PendingRegistration;
import io.ephemeral.feishu.registration.RegisteredApp;
import io.ephemeral.feishu.registration.RegistrationRequest;

/**
 * Registration with a prompt, which blocks until a person has confirmed it.
 *
 * @param name suggestion for the name of a new app
 */
record AppRegistrar(AppRegistration registration, RegistrationPrompt prompt, String name) {

	private static final String SOURCE = "ephemeral";

	RegisteredApp registerNew(AppNeeds needs) {
		return register(RegistrationRequest.newApp(SOURCE, this.name, needs));
	}

	RegisteredApp update(String appId, AppNeeds needs) {
		return register(RegistrationRequest.update(SOURCE, appId, needs));
	}

	private RegisteredApp register(RegistrationRequest request) {
		PendingRegistration pending = Objects.requireNonNull(this.registration.begin(request).block());
		this.prompt.show(pending.link(), pending.validity());
		return Objects.requireNonNull(pending.app().block());
	}

}
