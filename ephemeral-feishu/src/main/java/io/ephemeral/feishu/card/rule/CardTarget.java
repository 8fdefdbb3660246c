package io.ephemeral.feishu.card.rule;

/**
 * Who will see a card. The platform takes less in ephemeral cards.
 */
public enum CardTarget {

	/** One member of a group. */
	EPHEMERAL,

	/** Everybody in a chat. */
	PUBLIC

}
