package io.ephemeral.feishu.test;

import java.util.List;

import io.ephemeral.feishu.simulator.ShownCard;
import io.ephemeral.feishu.simulator.ShownToast;
import io.ephemeral.feishu.simulator.SimulatedMember;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertion about the screen of a member in one chat. Messages of other members do not
 * matter.
 */
public final class MemberAssert extends AbstractAssert<MemberAssert, SimulatedMember> {

	MemberAssert(SimulatedMember actual) {
		super(actual, MemberAssert.class);
	}

	/**
	 * Verifies that the member sees no card and no text of the bot.
	 * @return this assertion
	 */
	public MemberAssert seesNothing() {
		return check(screen().isEmpty(), "to see nothing");
	}

	/**
	 * Verifies that the member sees a card, possibly beside others.
	 * @param text part of its title or text
	 * @return this assertion
	 */
	public MemberAssert seesCard(String text) {
		return check(!screen().cards(text).isEmpty(), "to see a card with '" + text + "'");
	}

	/**
	 * Verifies that the member sees one card and no other.
	 * @return this assertion
	 */
	public MemberAssert seesOneCard() {
		return check(screen().cards().size() == 1, "to see one card");
	}

	/**
	 * Verifies that the member sees one card and no other.
	 * @param text part of its title or text
	 * @return this assertion
	 */
	public MemberAssert seesOneCard(String text) {
		List<ShownCard> found = screen().cards(text);
		return check(found.size() == 1 && screen().cards().size() == 1, "to see one card, with '" + text + "'");
	}

	/**
	 * Verifies that the member does not see such a card.
	 * @param text part of its title or text
	 * @return this assertion
	 */
	public MemberAssert doesNotSeeCard(String text) {
		return check(screen().cards(text).isEmpty(), "not to see a card with '" + text + "'");
	}

	/**
	 * Verifies that the member sees a text of the bot.
	 * @param text part of the text
	 * @return this assertion
	 */
	public MemberAssert seesText(String text) {
		return check(screen().textsOfBot().stream().anyMatch((shown) -> shown.contains(text)),
				"to see a text of the bot with '" + text + "'");
	}

	/**
	 * Verifies that the latest toast of the member has this text.
	 * @param text the whole text
	 * @return this assertion
	 */
	public MemberAssert sawToast(String text) {
		isNotNull();
		return check(this.actual.lastToast().map(ShownToast::content).filter(text::equals).isPresent(),
				"to have seen the toast '" + text + "' last");
	}

	/**
	 * Verifies that the member has not seen a toast.
	 * @return this assertion
	 */
	public MemberAssert sawNoToast() {
		isNotNull();
		return check(this.actual.toasts().isEmpty(), "to have seen no toast");
	}

	private Screen screen() {
		isNotNull();
		return new Screen(this.actual);
	}

	private MemberAssert check(boolean holds, String expectation) {
		if (!holds) {
			throw failure("%nExpected %s %s, but the screens are%n%s", this.actual.name(), expectation,
					this.actual.chat().sketch());
		}
		return this;
	}

}
