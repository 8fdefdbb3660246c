package io.ephemeral.feishu;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import reactor.core.scheduler.Schedulers;

/**
 * Ends the timers that the tests of a class leave running, such as the work on expiries,
 * so that they do not run beside the tests of other classes.
 */
public final class TimersEnd implements TestExecutionListener {

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
			Schedulers.shutdownNow();
		}
	}

}
