package io.ephemeral.feishu.autoconfigure.simulator;

import io.ephemeral.feishu.autoconfigure.MissingCredentialsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Analysis of missing credentials.
 */
final class MissingCredentialsFailureAnalyzer extends AbstractFailureAnalyzer<MissingCredentialsException> {

	private final Environment environment;

	MissingCredentialsFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingCredentialsException cause) {
		String sign = RealApp.signIn(this.environment).orElse(null);
		String description = "The Feishu client has no credentials: " + cause.getMessage() + ".";
		String simulator = "Set neither property, and add io.ephemeral:ephemeral-feishu-simulator to run on a local Feishu.";
		if (sign != null) {
			description += " The simulator does not start, because '" + sign
					+ "' is set: this property belongs to a real app, or its name is misspelled.";
			simulator = "Set 'feishu.simulator.enabled' to true, or remove '" + sign
					+ "', to run on a local Feishu if io.ephemeral:ephemeral-feishu-simulator is on the class path.";
		}
		return new FailureAnalysis(description, """
				Do one of the following:

				- Set 'feishu.app-id' and 'feishu.app-secret' to what the developer console shows under Credentials, \
				for example by the environment variables FEISHU_APP_ID and FEISHU_APP_SECRET.
				- %s
				- Set 'feishu.registration.enabled' to true to register an app by one scan during development.
				- Set 'feishu.enabled' to false to run without Feishu.""".formatted(simulator), cause);
	}

}
