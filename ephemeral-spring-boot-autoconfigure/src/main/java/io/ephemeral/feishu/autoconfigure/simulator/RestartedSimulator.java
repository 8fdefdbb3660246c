package io.ephemeral.feishu.autoconfigure.simulator;

import java.util.function.Supplier;

import io.ephemeral.feishu.autoconfigure.FeishuCallbackProperties;
import io.ephemeral.feishu.simulator.FeishuSimulator;

import org.springframework.boot.devtools.restart.Restarter;

/**
 * Local Feishu that outlives the restarts of the developer tools, with its port, its
 * chats and what was said in them, so that an open page stays of use. Another port or
 * other keys in the properties make a new one.
 *
 * @param port the port of the properties; any if 0
 * @param callbacks keys of the properties
 */
record RestartedSimulator(int port, FeishuCallbackProperties callbacks) {

	private static final String ATTRIBUTE = FeishuSimulator.class.getName();

	/**
	 * Returns the simulator of the context before, if it suits the properties.
	 * @param starter starts another one
	 * @return the simulator, which stays until the JVM ends
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

	/** A simulator whose class is of another class loader is closed as well. */
	private static void close(Object simulator) {
		try {
			((AutoCloseable) simulator).close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The simulator of the context before was not closed", ex);
		}
	}

}
