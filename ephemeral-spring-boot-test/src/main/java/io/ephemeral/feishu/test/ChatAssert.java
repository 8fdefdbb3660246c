package io.ephemeral.feishu.test;

import java.util.List;

import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertion about the screens of all present members of a chat. Messages of members do
 * not matter.
 */
public final class ChatAssert extends AbstractAssert<ChatAssert, SimulatedChat> {

	ChatAssert(SimulatedChat actual) {
		super(actual, ChatAssert.class);
	}

	/**
	 * Verifies that no member sees a card or a text of the bot.
	 * @return this assertion
	 */
	public ChatAssert showsNothing() {
		isNotNull();
		return check(this.actual.members().stream().map(Screen::new).allMatch(Screen::isEmpty),
				"Expected that nobody sees anything");
	}

	/**
	 * Verifies that all members see such a card.
	 * @param text part of its title or text
	 * @return this assertion
	 */
	public ChatAssert showsCardToEverybody(String text) {
		isNotNull();
		return check(viewersOf(text).size() == this.actual.members().size(),
				"Expected that everybody sees a card with '" + text + "'");
	}

	/**
	 * Verifies that these members see such a card, and no others do.
	 * @param text part of its title or text
	 * @param names names such as {@code ada}; nobody without any
	 * @return this assertion
	 */
	public ChatAssert showsCardOnlyTo(String text, String... names) {
		isNotNull();
		List<String> expected = List.of(names);
		List<String> viewers = viewersOf(text);
		return check(viewers.size() == expected.size() && viewers.containsAll(expected),
				"Expected that only " + expected + " see a card with '" + text + "'");
	}

	private List<String> viewersOf(String text) {
		return this.actual.members()
			.stream()
			.filter((member) -> !new Screen(member).cards(text).isEmpty())
			.map(SimulatedMember::name)
			.toList();
	}

	private ChatAssert check(boolean holds, String expectation) {
		if (!holds) {
			throw failure("%n%s, but the screens are%n%s", expectation, this.actual.sketch());
		}
		return this;
	}

}
