package io.ephemeral.feishu.autoconfigure.callback;

import io.ephemeral.feishu.form.InvalidFormRecordException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analysis of a mistake in the record of a form.
 */
final class InvalidFormRecordFailureAnalyzer extends AbstractFailureAnalyzer<InvalidFormRecordException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidFormRecordException cause) {
		return new FailureAnalysis(cause.problem() + ".", cause.remedy() + ".", cause);
	}

}
