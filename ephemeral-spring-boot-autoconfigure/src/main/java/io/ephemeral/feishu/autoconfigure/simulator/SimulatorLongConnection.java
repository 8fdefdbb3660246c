package io.ephemeral.feishu.autoconfigure.simulator;

import java.time.Duration;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextStartedEvent;
import org.springframework.context.event.SmartApplicationListener;

/**
 * Choice of the long connection in the simulator, as in the developer console. The
 * application is ready only when its connection is open, so that the first click of a
 * test arrives. This includes a restart, because tests pause the contexts of others.
 */
final class SimulatorLongConnection implements SmartInitializingSingleton, SmartApplicationListener {

	private static final Log logger = LogFactory.getLog(SimulatorLongConnection.class);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

	private final FeishuSimulator simulator;

	SimulatorLongConnection(FeishuSimulator simulator) {
		this.simulator = simulator;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.simulator.sendOverLongConnections();
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
		return ApplicationReadyEvent.class.isAssignableFrom(type) || ContextStartedEvent.class.isAssignableFrom(type);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		Boolean open = Mono.fromSupplier(() -> this.simulator.longConnections().open() > 0)
			.filter(Boolean::booleanValue)
			.repeatWhenEmpty((looks) -> looks.delayElements(BETWEEN_LOOKS))
			.timeout(LONGEST_WAIT, Mono.empty())
			.block();
		if (open == null) {
			logger.warn(
					"The simulator cannot send events and clicks to the application, because no long connection is open");
		}
	}

	/** After the listener that opens the connection. */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
