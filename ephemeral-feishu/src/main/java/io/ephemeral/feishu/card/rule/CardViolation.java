package io.ephemeral.feishu.card.rule;

/**
 * Rule that a card breaks. It contains no text of the card.
 *
 * @param path where in the JSON, such as {@code body.elements[2].columns[0].width}; empty
 * for the card as a whole
 * @param rule which rule
 * @param problem what is wrong, as the rest of a sentence that begins with the path
 */
public record CardViolation(String path, CardRule rule, String problem) {

	/**
	 * How bad it is.
	 */
	public enum Severity {

		/** The platform refuses the card, or shows one that does nothing. */
		ERROR,

		/** The platform probably takes the card, but maybe not as it is meant. */
		WARNING

	}

	/**
	 * Returns the severity of the violation.
	 * @return the severity of the rule
	 */
	public Severity severity() {
		return this.rule.severity();
	}

	/**
	 * Returns how to correct the card.
	 * @return a complete sentence in English
	 */
	public String remedy() {
		return this.rule.remedy();
	}

	@Override
	public String toString() {
		return (this.path.isEmpty() ? "The card" : this.path) + " " + this.problem + ". " + remedy();
	}

}
