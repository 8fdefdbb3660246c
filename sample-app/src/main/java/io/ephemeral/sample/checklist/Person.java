package io.ephemeral.sample.checklist;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Person who goes through the checklist, with a client of the platform at hand.
 */
interface Person {

	/**
	 * Shows a text to the person.
	 * @param text one or more lines
	 */
	void show(String text);

	/**
	 * Asks a question, and waits for the answer.
	 * @param question question about what the person sees
	 * @return the answer; {@link Answer#SKIP} if the person does not know
	 */
	Answer answer(String question);

	/**
	 * Asks for a text, and waits for it.
	 * @param question question such as the number of a group
	 * @return the text without blanks around it; null if the person skips the question
	 */
	@Nullable String type(String question);

	/**
	 * Asks the person to do something in the client, such as to press a button.
	 * @param instruction what to do
	 * @return a publisher that completes if the person skips the task, and otherwise
	 * never. The person starts when somebody subscribes
	 */
	Mono<Void> act(String instruction);

}
