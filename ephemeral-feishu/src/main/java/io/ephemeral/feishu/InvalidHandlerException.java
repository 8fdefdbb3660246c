package io.ephemeral.feishu;

import java.util.function.Supplier;

/**
 * Mistake in a handler of the application, such as a parameter for which the library has
 * no value. It is found at the start, before any click.
 */
public final class InvalidHandlerException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	/**
	 * Creates the exception.
	 * @param problem what is wrong with which method or record, as a sentence without the
	 * period
	 * @param remedy what would be right, as a sentence without the period
	 */
	public InvalidHandlerException(String problem, String remedy) {
		super(problem + ". " + remedy);
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * Checks a handler.
	 * @param valid whether the handler is right
	 * @param problem supplier of what is wrong
	 * @param remedy what would be right
	 */
	public static void require(boolean valid, Supplier<String> problem, String remedy) {
		if (!valid) {
			throw new InvalidHandlerException(problem.get(), remedy);
		}
	}

	/**
	 * Returns what is wrong.
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
