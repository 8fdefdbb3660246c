package io.ephemeral.feishu.card.rule;

/**
 * Audience of a card. The platform accepts less in an ephemeral card than in a public
 * card.
 */
public enum CardTarget {

	/** One member of a group. */
	EPHEMERAL,

	/** All members of a chat. */
	PUBLIC

}
