package io.ephemeral.feishu.simulator.card;

/**
 * Rule that a card breaks.
 *
 * @param error the rule
 * @param path the property, such as {@code body.elements[2].name}; empty for the whole
 * card
 * @param words text of the platform, which starts with {@code ErrCode: }
 * @param explanation explanation of the simulator, as the end of a sentence
 */
public record CardViolation(CardError error, String path, String words, String explanation) {

	@Override
	public String toString() {
		return (this.path.isEmpty() ? "card" : this.path) + ": " + this.explanation;
	}

}
