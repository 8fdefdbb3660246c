package io.ephemeral.sample;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

/**
 * Many runs of the tests of this module in one JVM, which find a test that fails
 * sometimes, such as by a false alarm of the search for leaks.
 */
@EnabledIfSystemProperty(named = "runs", matches = "\\d+")
class RepeatedRunsTests {

	private static final LauncherDiscoveryRequest TESTS = LauncherDiscoveryRequestBuilder.request()
		.selectors(selectPackage("io.ephemeral.sample"))
		.filters(ClassNameFilter.includeClassNamePatterns(".*Tests"),
				ClassNameFilter.excludeClassNamePatterns(".*(RepeatedRuns|Browser|Checklist|FleetProfile)Tests"))
		.build();

	@Test
	void testsWhenTheyRunAgainThenPassEachTime() {
		Launcher launcher = LauncherFactory.create();
		for (int run = 1; run <= Integer.getInteger("runs"); run++) {
			SummaryGeneratingListener listener = new SummaryGeneratingListener();
			launcher.execute(TESTS, listener);
			TestExecutionSummary summary = listener.getSummary();
			assertThat(summary.getFailures()).as("run " + run).isEmpty();
			assertThat(summary.getTestsSucceededCount()).isPositive();
			System.out.println("Run " + run + ": " + summary.getTestsSucceededCount() + " tests in "
					+ (summary.getTimeFinished() - summary.getTimeStarted()) + " ms");
		}
	}

}
