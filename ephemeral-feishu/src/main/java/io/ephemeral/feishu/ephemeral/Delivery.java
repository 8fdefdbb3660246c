package io.ephemeral.feishu.ephemeral;

/**
 * Way on which a card reached its viewer.
 */
public enum Delivery {

	/** In the group, visible to the viewer only. */
	EPHEMERAL,

	/** In the conversation of the viewer and the bot. */
	DIRECT_MESSAGE,

	/** By a route of the caller's own. */
	OWN_ROUTE

}
