package io.ephemeral.feishu.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.flow.CardFlow;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.RateLimits;
import io.ephemeral.feishu.limit.rate.RateWindow;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Listener that logs one line when the application is ready: app, platform, callbacks,
 * handlers and limits. It also warns about handlers that receive no clicks.
 */
final class FeishuStartLog implements ApplicationListener<ApplicationReadyEvent>, SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(FeishuStartLog.class);

	private final ConfigurableApplicationContext context;

	private final FeishuConnectionDetails connection;

	private final RateLimiter limiter;

	private final FeishuProperties.RateLimit properties;

	private boolean unreached;

	FeishuStartLog(ConfigurableApplicationContext context, FeishuConnectionDetails connection, RateLimiter limiter,
			FeishuProperties.RateLimit properties) {
		this.context = context;
		this.connection = connection;
		this.limiter = limiter;
		this.properties = properties;
	}

	/**
	 * Looks for handlers now, because Spring has just read the methods of all beans and
	 * forgets them before the application is ready.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.unreached = !isPresent(CallbackProcessor.class) && !this.connection.isSimulated() && hasHandlers();
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		// Events of child contexts arrive here as well.
		if (this.context.equals(event.getApplicationContext())) {
			if (logger.isInfoEnabled()) {
				logger.info("Feishu%s at %s%s: %s; %s".formatted(app(),
						this.connection.isSimulated() ? "the simulator " : "", this.connection.getBaseUrl(),
						isPresent(CallbackProcessor.class) ? callbacks() : "no callbacks", limits()));
			}
			if (this.unreached) {
				logger.warn("Clicks do not reach the handlers of the application: "
						+ (isPresent(FeishuCallbackDetails.class)
								? "it has no web server; add spring-boot-starter-webmvc or -webflux"
								: "set feishu.callback.path, feishu.callback.encrypt-key and feishu.callback.verification-token"));
			}
		}
	}

	private boolean isPresent(Class<?> type) {
		return this.context.getBeanNamesForType(type, true, false).length > 0;
	}

	private <T> @Nullable T find(Class<T> type) {
		return this.context.getBeanProvider(type).getIfAvailable();
	}

	private boolean hasHandlers() {
		return isPresent(CardActionHandler.class) || CardActionMethods.anyIn(this.context.getBeanFactory())
				|| this.context.getBeanNamesForAnnotation(CardFlow.class).length > 0;
	}

	private String app() {
		CredentialsSupplier credentials = find(CredentialsSupplier.class);
		return (credentials != null) ? " app " + credentials.appId() : "";
	}

	private String callbacks() {
		FeishuCallbackDetails details = find(FeishuCallbackDetails.class);
		CardActionHandlers present = find(CardActionHandlers.class);
		Set<String> actions = (present != null) ? present.actions() : Set.of();
		return "callbacks"
				+ ((details != null) ? " at " + details.getPath() : "") + (isPresent(LongConnection.class)
						? ((details != null) ? " and" : "") + " over the long connection" : "")
				+ (actions.isEmpty() ? ", no handlers" : ", handlers of " + String.join(", ", actions));
	}

	private String limits() {
		RateLimits limits = this.limiter.limits();
		if (limits == null) {
			return this.properties.enabled() ? "limits of the application's own RateLimiter" : "no limits";
		}
		int instances = this.properties.instances();
		return "limits of %s: %s for each operation%s".formatted(
				isPresent(LimitSharing.class) ? "all instances together"
						: (instances == 1) ? "1 instance" : "one of " + instances + " instances",
				describe(limits.others()), ofTargets(limits));
	}

	private static String ofTargets(RateLimits limits) {
		String targets = new TreeMap<>(limits.operations()).entrySet()
			.stream()
			.filter((operation) -> operation.getKey().equals(operation.getValue().countedAs())
					&& !operation.getValue().target().isEmpty())
			.map((operation) -> operation.getKey() + " " + describe(operation.getValue().target()))
			.collect(Collectors.joining(", "));
		return targets.isEmpty() ? "" : ", " + targets + " for each target";
	}

	private static String describe(List<RateWindow> windows) {
		return windows.stream().map(FeishuStartLog::describe).collect(Collectors.joining(" and "));
	}

	private static String describe(RateWindow window) {
		int calls = window.calls();
		return window.equals(RateWindow.perSecond(calls)) ? calls + "/s"
				: window.equals(RateWindow.perMinute(calls)) ? calls + "/min" : window.toString();
	}

}
