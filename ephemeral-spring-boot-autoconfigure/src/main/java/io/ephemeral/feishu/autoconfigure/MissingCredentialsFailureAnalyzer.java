package io.ephemeral.feishu.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about missing credentials.
 */
final class MissingCredentialsFailureAnalyzer extends AbstractFailureAnalyzer<MissingCredentialsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingCredentialsException cause) {
		return new FailureAnalysis("The Feishu client has no credentials: " + cause.getMessage() + ".", """
				Do one of the following:

				- Set 'feishu.app-id' and 'feishu.app-secret' to what the developer console shows under Credentials, \
				for example by the environment variables FEISHU_APP_ID and FEISHU_APP_SECRET.
				- Set neither, and add io.ephemeral:ephemeral-feishu-simulator to run on a local Feishu.
				- Set 'feishu.enabled' to false to run without Feishu.""", cause);
	}

}
