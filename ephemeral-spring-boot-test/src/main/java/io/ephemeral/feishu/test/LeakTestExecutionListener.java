package io.ephemeral.feishu.test;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.leak.LeakOracle;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.util.ClassUtils;

/**
 * Listener that fails a test whose canary has leaked. It searches what the application
 * did between the start of the test and its end, if the application runs on a simulator.
 */
final class LeakTestExecutionListener extends AbstractTestExecutionListener {

	private static final boolean LOGBACK = isPresent("ch.qos.logback.classic.LoggerContext");

	private static final boolean METERS = isPresent("io.micrometer.core.instrument.MeterRegistry");

	private static final String LOG_WATCH = LeakTestExecutionListener.class.getName() + ".log";

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, LeakTestExecutionListener.class.getClassLoader());
	}

	@Override
	public void beforeTestMethod(TestContext test) {
		FeishuSimulator feishu = simulator(test);
		if (feishu != null) {
			feishu.leakOracle().clear();
			if (LOGBACK) {
				test.setAttribute(LOG_WATCH, LogWatch.start(feishu.leakOracle()));
			}
		}
	}

	@Override
	public void afterTestMethod(TestContext test) throws Exception {
		try {
			FeishuSimulator feishu = simulator(test);
			if (feishu != null && feishu.leakOracle().hasCanaries()) {
				requireNoLeaks(test.getApplicationContext(), feishu, test.getTestException());
			}
		}
		finally {
			if (test.removeAttribute(LOG_WATCH) instanceof AutoCloseable watch) {
				watch.close();
			}
		}
	}

	/**
	 * Requires that there is no leak, and forgets the canaries.
	 * @param error error that ended the test; null without one
	 */
	static void requireNoLeaks(ApplicationContext context, FeishuSimulator feishu, @Nullable Throwable error) {
		try {
			feishu.settle();
			observe(context, error, feishu.leakOracle());
			feishu.requireNoLeaks();
		}
		finally {
			feishu.leakOracle().clear();
		}
	}

	private static void observe(ApplicationContext context, @Nullable Throwable error, LeakOracle oracle) {
		// An assertion of the test may show what it found.
		if (error != null && !(error instanceof AssertionError)) {
			oracle.observe("an exception that ended the test", error);
		}
		if (METERS) {
			MeterWatch.look(context, oracle);
		}
	}

	private static @Nullable FeishuSimulator simulator(TestContext test) {
		return test.hasApplicationContext()
				? test.getApplicationContext().getBeanProvider(FeishuSimulator.class).getIfUnique() : null;
	}

	/** First after a test, so that nothing else of the test has been undone. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
