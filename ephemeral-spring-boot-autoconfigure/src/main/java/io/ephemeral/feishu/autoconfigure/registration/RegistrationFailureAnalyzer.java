package io.ephemeral.feishu.autoconfigure.registration;

import io.ephemeral.feishu.registration.RegistrationFailedException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of a registration that ended without an app.
 */
final class RegistrationFailureAnalyzer extends AbstractFailureAnalyzer<RegistrationFailedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RegistrationFailedException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", """
				Do one of the following:

				- %s
				- Make the app in the developer console, and set 'feishu.app-id' and 'feishu.app-secret'.
				- Remove 'feishu.registration.enabled'.""".formatted(action(cause.reason())), cause);
	}

	private static String action(RegistrationFailedException.Reason reason) {
		return switch (reason) {
			case DENIED -> "Start again, and let a person who may create apps scan the code and confirm the page.";
			case EXPIRED -> "Start again, and confirm the page in time.";
			case UNUSABLE -> "Check 'feishu.region', and whether a proxy changes the responses.";
		};
	}

}
