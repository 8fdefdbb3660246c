package io.ephemeral.sample.checklist;

/**
 * Exception that ends a step without a result.
 */
final class StepSkippedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception with a reason.
	 * @param reason whole sentence for the report
	 */
	StepSkippedException(String reason) {
		super(reason);
	}

}
