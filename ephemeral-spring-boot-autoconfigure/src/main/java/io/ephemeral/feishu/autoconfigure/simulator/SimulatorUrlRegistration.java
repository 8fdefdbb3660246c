package io.ephemeral.feishu.autoconfigure.simulator;

import java.net.URI;
import java.util.concurrent.TimeoutException;

import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Listener that gives the address of the application to the simulator once the web server
 * runs. If the simulator cannot reach the application, a warning is logged, and the
 * application starts nevertheless.
 */
final class SimulatorUrlRegistration implements ApplicationListener<WebServerInitializedEvent> {

	private static final Log logger = LogFactory.getLog(SimulatorUrlRegistration.class);

	/**
	 * Maximum number of attempts. The first request to a server is slow, and a challenge
	 * times out after a second.
	 */
	private static final int ATTEMPTS = 10;

	private final FeishuSimulator simulator;

	private final ObjectProvider<FeishuCallbackDetails> details;

	SimulatorUrlRegistration(FeishuSimulator simulator, ObjectProvider<FeishuCallbackDetails> details) {
		this.simulator = simulator;
		this.details = details;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		FeishuCallbackDetails callbacks = this.details.getIfAvailable();
		boolean forManagement = StringUtils.hasText(event.getApplicationContext().getServerNamespace());
		if (callbacks != null && !forManagement) {
			String path = basePath(event.getApplicationContext()) + callbacks.getPath();
			register(URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + path), ATTEMPTS);
		}
	}

	private void register(URI url, int attempts) {
		try {
			this.simulator.sendCallbacksTo(url);
			this.simulator.sendEventsTo(url);
		}
		catch (IllegalStateException ex) {
			if (attempts > 1 && ex.getCause() instanceof TimeoutException) {
				register(url, attempts - 1);
			}
			else {
				logger.warn("The simulator cannot send events and clicks to the application: " + ex.getMessage());
			}
		}
	}

	private static String basePath(WebServerApplicationContext context) {
		Environment environment = context.getEnvironment();
		if (context instanceof ReactiveWebServerApplicationContext) {
			return environment.getProperty("spring.webflux.base-path", "");
		}
		String servlet = environment.getProperty("spring.mvc.servlet.path", "");
		return environment.getProperty("server.servlet.context-path", "") + (servlet.equals("/") ? "" : servlet);
	}

}
