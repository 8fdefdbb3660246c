package io.ephemeral.feishu.autoconfigure.registration;

import java.time.Duration;
import java.util.Objects;

import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.registration.AppNeeds;
import io.ephemeral.feishu.registration.AppSettings;
import io.ephemeral.feishu.registration.AppSettingsLookup;
import io.ephemeral.feishu.registration.RegisteredApp;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Listener that compares what the app has with what the application needs, because the
 * platform drops settings silently. If updates are enabled, it shows a link for the rest,
 * and waits for a person. A failure is logged, and the application goes on.
 */
final class SettingsCheck implements ApplicationListener<ApplicationReadyEvent>, Ordered {

	private static final Log logger = LogFactory.getLog(SettingsCheck.class);

	private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(30);

	private final ApplicationContext context;

	private final FeishuConnectionDetails connection;

	private final AppSettingsLookup lookup;

	private final AppRegistrar registrar;

	private final AppNeeds needs;

	private final boolean updates;

	SettingsCheck(ApplicationContext context, FeishuConnectionDetails connection, AppSettingsLookup lookup,
			AppRegistrar registrar, AppNeeds needs, boolean updates) {
		this.context = context;
		this.connection = connection;
		this.lookup = lookup;
		this.registrar = registrar;
		this.needs = needs;
		this.updates = updates;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		// Events of child contexts arrive here as well.
		if (this.context.equals(event.getApplicationContext())) {
			this.context.getBeanProvider(CredentialsSupplier.class).ifAvailable((app) -> check(app.appId()));
		}
	}

	private void check(String appId) {
		try {
			AppSettings settings = lookUp(appId);
			report(appId, mayUpdate(settings) ? updated(appId, settings) : settings);
		}
		catch (FeishuException | IllegalStateException ex) {
			logger.warn("Could not check whether the app %s has %s: %s".formatted(appId, this.needs.describe(),
					ex.getMessage()));
		}
	}

	private boolean mayUpdate(AppSettings settings) {
		boolean isNew = this.connection instanceof RegisteredConnectionDetails registered && registered.isNew();
		return this.updates && !isNew && !wanted(settings).isEmpty();
	}

	private AppNeeds wanted(AppSettings settings) {
		return settings.missing(this.needs).and(settings.hidden(this.needs));
	}

	private AppSettings updated(String appId, AppSettings before) {
		try {
			update(appId, wanted(before));
			return lookUp(appId);
		}
		catch (FeishuException ex) {
			logger.warn("The update of the app " + appId + " failed: " + ex.getMessage());
			return before;
		}
	}

	private AppSettings lookUp(String appId) {
		return Objects.requireNonNull(this.lookup.find(appId).block(LONGEST_LOOKUP));
	}

	private void update(String appId, AppNeeds wanted) {
		logger.info("The update asks for " + wanted.describe());
		RegisteredApp updated = this.registrar.update(appId, wanted);
		if (!updated.credentials().appId().equals(appId)) {
			logger.warn("The scan updated the app " + updated.credentials().appId() + ", but the application uses "
					+ appId);
		}
	}

	private void report(String appId, AppSettings settings) {
		SettingsReport report = new SettingsReport(this.connection.getBaseUrl(), appId);
		AppNeeds missing = settings.missing(this.needs);
		AppNeeds hidden = settings.hidden(this.needs);
		AppNeeds present = this.needs.without(missing).without(hidden);
		report.missing(missing).forEach((sentence) -> logger.warn(sentence));
		report.hidden(hidden).forEach((sentence) -> logger.info(sentence));
		if (!present.isEmpty()) {
			logger.info(report.present(present));
		}
		if (!missing.isEmpty() && !this.updates) {
			logger.warn("To add it by a scan instead, start with feishu.registration.update=true");
		}
	}

	/** After the listener that opens the long connection. */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
