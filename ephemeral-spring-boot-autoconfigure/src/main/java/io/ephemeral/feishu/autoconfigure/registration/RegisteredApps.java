package io.ephemeral.feishu.autoconfigure.registration;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.FeishuRegion;
import io.ephemeral.feishu.autoconfigure.PlatformAddress;
import io.ephemeral.feishu.autoconfigure.registration.FeishuRegistrationProperties;
import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.RegisteredApp;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * App of an application without credentials: that of the credentials file, or a new one.
 */
final class RegisteredApps {

	private static final Log logger = LogFactory.getLog(RegisteredApps.class);

	private final AppRegistrar registrar;

	private final FeishuProperties app;

	private final boolean updates;

	private final @Nullable CredentialsFile file;

	RegisteredApps(AppRegistrar registrar, FeishuProperties app, FeishuRegistrationProperties properties) {
		this.registrar = registrar;
		this.app = app;
		this.updates = properties.update();
		this.file = CredentialsFile.of(properties.credentialsFile());
	}

	/**
	 * Finds the app, or registers it, which waits for a person.
	 */
	RegisteredConnectionDetails obtain(AppNeeds needs) {
		Optional<RegisteredApp> known = (this.file != null) ? this.file.read() : Optional.empty();
		known.ifPresent(this::requireSameApp);
		RegisteredApp registered = known.orElseGet(() -> register(needs));
		return new RegisteredConnectionDetails(baseUrl(registered), registered.credentials(), known.isEmpty());
	}

	private void requireSameApp(RegisteredApp known) {
		String id = this.app.appId();
		if (StringUtils.hasText(id) && !id.equals(known.credentials().appId())) {
			throw new RegistrationSetupException(
					"'feishu.app-id' is " + id + ", but the credentials file has the app "
							+ known.credentials().appId(),
					"Remove 'feishu.app-id', or change 'feishu.registration.credentials-file'.", null);
		}
	}

	private RegisteredApp register(AppNeeds needs) {
		String id = this.app.appId();
		if (StringUtils.hasText(id) && !this.updates) {
			throw new RegistrationSetupException("'feishu.app-id' is set without 'feishu.app-secret'",
					"Set 'feishu.app-secret', set 'feishu.registration.update' to true to update this app, or remove "
							+ "'feishu.app-id' to register a new one.",
					null);
		}
		prepare();
		logger.info("The application needs " + needs.describe());
		RegisteredApp registered = StringUtils.hasText(id) ? this.registrar.update(id, needs)
				: this.registrar.registerNew(needs);
		keep(registered);
		return registered;
	}

	private void prepare() {
		if (this.file != null) {
			this.file.requireUsable();
		}
		else {
			logger.info("The credentials of the app are lost when the application stops; set "
					+ "'feishu.registration.credentials-file' to a file that git ignores to keep them");
		}
	}

	/** A file that cannot be written does not lose the app of this run. */
	private void keep(RegisteredApp registered) {
		String id = registered.credentials().appId();
		if (this.file == null) {
			logger.info("The app " + id + " is registered");
			return;
		}
		try {
			this.file.write(registered);
			logger.info("The app " + id + " is registered, and its credentials are in " + this.file.path());
		}
		catch (IOException ex) {
			logger.error("The app " + id + " is registered, but its credentials could not be saved in "
					+ this.file.path() + ", and are lost when the application stops", ex);
		}
	}

	private URI baseUrl(RegisteredApp registered) {
		URI baseUrl = this.app.baseUrl();
		return (baseUrl != null) ? PlatformAddress.require("feishu.base-url", baseUrl, this.app.http())
				: FeishuRegion.valueOf(registered.brand().name()).baseUrl();
	}

}
