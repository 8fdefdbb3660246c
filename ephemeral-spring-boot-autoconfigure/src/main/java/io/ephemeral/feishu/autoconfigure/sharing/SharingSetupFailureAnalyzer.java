package io.ephemeral.feishu.autoconfigure.sharing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of an application that cannot share with other instances.
 */
final class SharingSetupFailureAnalyzer extends AbstractFailureAnalyzer<SharingSetupException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SharingSetupException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", """
				Do one of the following:

				- %s
				- Set 'feishu.%s.enabled' to 'false', or remove ephemeral-feishu-%s, if the instances share \
				nothing.""".formatted(cause.action(), cause.module(), cause.module()), cause);
	}

}
