package io.ephemeral.feishu.card.rule;

/**
 * Violation of a rule. It contains no text of the card.
 *
 * @param path path in the JSON, such as {@code body.elements[2].columns[0].width}; empty
 * for the card as a whole
 * @param rule rule that the card breaks
 * @param problem description of the problem, as the rest of a sentence that begins with
 * the path
 */
public record CardViolation(String path, CardRule rule, String problem) {

	/**
	 * Severity of a violation.
	 */
	public enum Severity {

		/** The platform refuses the card, or the card does nothing. */
		ERROR,

		/** The platform probably accepts the card, but may not show it as intended. */
		WARNING

	}

	/**
	 * Returns the severity of the rule.
	 * @return error or warning
	 */
	public Severity severity() {
		return this.rule.severity();
	}

	/**
	 * Returns the recommended correction.
	 * @return a sentence
	 */
	public String remedy() {
		return this.rule.remedy();
	}

	@Override
	public String toString() {
		return (this.path.isEmpty() ? "The card" : this.path) + " " + this.problem + ". " + remedy();
	}

}
