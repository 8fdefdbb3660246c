package io.ephemeral.feishu.card;

/**
 * Treatment of a card that breaks a rule.
 */
public enum CardValidation {

	/** A card with errors causes an exception before anything is sent. */
	FAIL,

	/** Errors and warnings are logged, and the card is sent. */
	WARN,

	/** Cards are not checked. */
	OFF

}
