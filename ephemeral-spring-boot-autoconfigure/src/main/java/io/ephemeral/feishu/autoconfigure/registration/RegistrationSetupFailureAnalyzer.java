package io.ephemeral.feishu.autoconfigure.registration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of a configuration with which no app can be registered.
 */
final class RegistrationSetupFailureAnalyzer extends AbstractFailureAnalyzer<RegistrationSetupException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RegistrationSetupException cause) {
		return new FailureAnalysis("No app can be registered: " + cause.getMessage() + ".", cause.action(), cause);
	}

}
