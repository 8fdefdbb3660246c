package io.ephemeral.feishu.test;

import java.util.Optional;

import io.ephemeral.feishu.card.RawCard;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertion about the result of a click in a {@link CardActionTest}.
 */
public final class ClickResultAssert extends AbstractAssert<ClickResultAssert, ClickResult> {

	ClickResultAssert(ClickResult actual) {
		super(actual, ClickResultAssert.class);
	}

	/**
	 * Verifies that the user reads this toast.
	 * @param text the whole text, in the language of the card
	 * @return this assertion
	 */
	public ClickResultAssert showsToast(String text) {
		isNotNull();
		return check(this.actual.toastText().filter(text::equals).isPresent(), "the toast '" + text + "'");
	}

	/**
	 * Verifies that there is no toast.
	 * @return this assertion
	 */
	public ClickResultAssert showsNoToast() {
		isNotNull();
		return check(this.actual.toast().isEmpty(), "no toast");
	}

	/**
	 * Verifies that a card takes the place of the clicked one at once.
	 * @param text part of a text of the card
	 * @return this assertion
	 */
	public ClickResultAssert showsCard(String text) {
		isNotNull();
		return check(contains(this.actual.card(), text), "a card with '" + text + "'");
	}

	/**
	 * Verifies that the clicked card stays.
	 * @return this assertion
	 */
	public ClickResultAssert showsNoCard() {
		isNotNull();
		return check(this.actual.card().isEmpty() && this.actual.laterCard().isEmpty(), "no card");
	}

	/**
	 * Verifies that a card takes the place of the clicked one later, such as the result
	 * of a {@code working(…)} reply.
	 * @param text part of a text of the card
	 * @return this assertion
	 */
	public ClickResultAssert showsCardLater(String text) {
		isNotNull();
		return check(contains(this.actual.laterCard(), text), "a later card with '" + text + "'");
	}

	/**
	 * Verifies that work ran after the reply.
	 * @return this assertion
	 */
	public ClickResultAssert ranAfterwards() {
		isNotNull();
		return check(this.actual.ranAfterwards(), "work after the reply");
	}

	/**
	 * Verifies that nothing ran after the reply.
	 * @return this assertion
	 */
	public ClickResultAssert ranNothingAfterwards() {
		isNotNull();
		return check(!this.actual.ranAfterwards(), "no work after the reply");
	}

	/**
	 * Verifies that the handler failed.
	 * @param type type of the exception
	 * @return this assertion
	 */
	public ClickResultAssert failedWith(Class<? extends Throwable> type) {
		isNotNull();
		return check(this.actual.failure().filter(type::isInstance).isPresent(),
				"that the handler fails with " + type.getName());
	}

	private static boolean contains(Optional<RawCard> card, String text) {
		return card.map(ClickResult::text).filter((texts) -> texts.contains(text)).isPresent();
	}

	private ClickResultAssert check(boolean holds, String expectation) {
		if (!holds) {
			throw failure("%nExpected %s, but the result is%n%s", expectation, this.actual.sketch());
		}
		return this;
	}

}
