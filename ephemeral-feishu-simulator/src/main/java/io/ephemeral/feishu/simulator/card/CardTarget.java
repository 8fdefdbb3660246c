package io.ephemeral.feishu.simulator.card;

/**
 * Where a card is sent to, as far as its rules depend on it.
 */
public enum CardTarget {

	/** One member of a group; without audio and without references to card entities. */
	EPHEMERAL,

	/** Everybody in a chat. */
	PUBLIC

}
