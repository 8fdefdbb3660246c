package io.ephemeral.feishu.system;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Preparation of a process for tests on a slow machine: they wait long for what must
 * happen, and {@link LongDeadlines} can make deadlines long.
 */
public final class PatientSession implements LauncherSessionListener {

	/** Far longer than a step of a test takes. */
	public static final Duration PATIENCE = Duration.ofMinutes(5);

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		Awaitility.setDefaultTimeout(PATIENCE);
		LongDeadlines.install();
	}

}
