package io.ephemeral.feishu.form;

/**
 * Mistake in a record of which a form is created, such as a component for which there is
 * no field.
 */
public final class InvalidFormRecordException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	InvalidFormRecordException(String problem, String remedy) {
		super(problem + ". " + remedy);
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * Returns what is wrong with which component.
	 * @return a sentence without the period
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * Returns what would be right.
	 * @return a sentence without the period
	 */
	public String remedy() {
		return this.remedy;
	}

}
