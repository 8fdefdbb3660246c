package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.function.Supplier;

import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.simulator.FeishuSimulator;

import org.springframework.boot.devtools.restart.Restarter;

/**
 * Simulator that survives restarts by the developer tools, with its port, chats and
 * messages, so that an open page remains usable. A new simulator starts if the port or
 * the keys in the properties change.
 *
 * @param port port in the properties; any free port if 0
 * @param callbacks keys in the properties
 */
record RestartedSimulator(int port, FeishuCallbackProperties callbacks) {

	private static final String ATTRIBUTE = FeishuSimulator.class.getName();

	/**
	 * Returns the simulator of the previous context if it matches the properties.
	 * @param starter starts a new simulator
	 * @return the simulator, which runs until the JVM stops
	 */
	FeishuSimulator get(Supplier<FeishuSimulator> starter) {
		Restarter restarter = Restarter.getInstance();
		if (restarter.getOrAddAttribute(ATTRIBUTE, starter::get) instanceof FeishuSimulator simulator
				&& suits(simulator)) {
			return simulator;
		}
		close(restarter.removeAttribute(ATTRIBUTE));
		return (FeishuSimulator) restarter.getOrAddAttribute(ATTRIBUTE, starter::get);
	}

	private boolean suits(FeishuSimulator simulator) {
		boolean samePort = this.port == 0 || this.port == simulator.baseUrl().getPort();
		boolean noKeys = this.callbacks.encryptKey() == null || this.callbacks.verificationToken() == null;
		return samePort && (noKeys || (simulator.encryptKey().equals(this.callbacks.encryptKey())
				&& simulator.verificationToken().equals(this.callbacks.verificationToken())));
	}

	/** Also closes a simulator whose class comes from another class loader. */
	private static void close(Object simulator) {
		try {
			((AutoCloseable) simulator).close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The simulator of the previous context was not closed", ex);
		}
	}

}
