package io.ephemeral.feishu.simulator;

import java.util.List;

/**
 * Work of the application for which {@link FeishuSimulator#settle()} waits. The Spring
 * Boot auto-configuration reports handlers, {@code afterwards}, listeners, calls and due
 * expiries. A bean of this type adds other work, such as that of an executor.
 */
@FunctionalInterface
public interface ApplicationActivity {

	/**
	 * Describes the work that has been accepted and has not ended. It is called often,
	 * and must not block.
	 * @return a few words for each piece of work; empty if the application is idle
	 */
	List<String> running();

}
