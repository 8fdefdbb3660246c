package io.ephemeral.feishu.simulator.card;

/**
 * Receivers of a card, as its rules distinguish them.
 */
public enum CardTarget {

	/** One member of a group; without audio and without references to card entities. */
	EPHEMERAL,

	/** Everybody in a chat. */
	PUBLIC

}
