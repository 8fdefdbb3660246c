package io.ephemeral.feishu.simulator.playground;

import java.util.List;
import java.util.Map;

/**
 * Reader of the cards that a developer pastes into the playground. The library of the
 * application provides one. The simulator has one of its own for applications without
 * that library.
 */
@FunctionalInterface
public interface CardBench {

	/**
	 * Reads a card.
	 * @param text JSON of a card, or a file with a card
	 * @param values values for the placeholders of the card, as the developer typed them
	 * @return all that is known about the card
	 */
	Sheet read(String text, Map<String, String> values);

	/**
	 * Returns the reader without a library. It knows the refusals of the simulator.
	 * @return a reader
	 */
	static CardBench plain() {
		return new PlainBench();
	}

	/**
	 * All that is known about a card.
	 *
	 * @param problem reason why there is no card, such as invalid JSON; empty if there is
	 * one
	 * @param cards JSON of the card by language, such as {@code zh-CN}; the first one is
	 * the card without a language, whose key is empty
	 * @param violations rules that the card breaks
	 * @param placeholders placeholders of the card
	 * @param sources texts in which the developer can take the card, by their titles
	 */
	record Sheet(String problem, Map<String, String> cards, List<Violation> violations, List<Placeholder> placeholders,
			Map<String, String> sources) {

		/**
		 * Creates a sheet for a text that is not a card.
		 * @param problem reason, as a sentence
		 * @param placeholders placeholders that were found nevertheless
		 * @return a sheet without a card
		 */
		public static Sheet refused(String problem, List<Placeholder> placeholders) {
			return new Sheet(problem, Map.of(), List.of(), placeholders, Map.of());
		}

	}

	/**
	 * Rule that a card breaks.
	 *
	 * @param path path of the property, such as {@code body.elements[2].width}; empty for
	 * the card as a whole
	 * @param severity {@code error} or {@code warning}
	 * @param problem problem, as the rest of a sentence that begins with the path
	 * @param remedy recommended correction, as a sentence; empty if there is none
	 */
	record Violation(String path, String severity, String problem, String remedy) {
	}

	/**
	 * Placeholder of a card.
	 *
	 * @param name name in the placeholder
	 * @param type type of the value in the words of the file; empty if it is unknown
	 * @param value value that was used
	 */
	record Placeholder(String name, String type, String value) {
	}

}
