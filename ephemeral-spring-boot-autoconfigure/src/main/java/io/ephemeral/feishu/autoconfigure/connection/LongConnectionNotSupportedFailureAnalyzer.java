package io.ephemeral.feishu.autoconfigure.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of a store app with a long connection.
 */
final class LongConnectionNotSupportedFailureAnalyzer
		extends AbstractFailureAnalyzer<LongConnectionNotSupportedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LongConnectionNotSupportedException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", """
				Do one of the following:

				- Remove 'feishu.long-connection.enabled', and set 'feishu.callback.path', \
				'feishu.callback.encrypt-key' and 'feishu.callback.verification-token' to receive callbacks over HTTP.
				- Remove 'feishu.app-type' if the app is a self-built app.""", cause);
	}

}
