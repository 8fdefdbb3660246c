package io.ephemeral.feishu.simulator;

/**
 * A rule that a card breaks.
 *
 * @param path the property, such as {@code body.elements[2].name}; empty for the whole
 * card
 * @param mistake what is wrong with it, beginning in lower case
 */
record CardViolation(CardError error, String path, String mistake) {

	@Override
	public String toString() {
		return (this.path.isEmpty() ? "card" : this.path) + ": " + this.mistake;
	}

}
