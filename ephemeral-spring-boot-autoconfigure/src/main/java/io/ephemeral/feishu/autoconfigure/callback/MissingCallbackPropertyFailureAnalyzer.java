package io.ephemeral.feishu.autoconfigure.callback;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of an incomplete configuration of callbacks.
 */
final class MissingCallbackPropertyFailureAnalyzer extends AbstractFailureAnalyzer<MissingCallbackPropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingCallbackPropertyException cause) {
		return new FailureAnalysis("Feishu callbacks are only partly configured: " + cause.getMessage() + ".", """
				Do one of the following:

				- Set 'feishu.callback.path' to the path of the address that is entered in the developer console, and \
				'feishu.callback.encrypt-key' and 'feishu.callback.verification-token' to what the console shows under \
				Encryption Strategy.
				- Set none of them to run without callbacks.""", cause);
	}

}
