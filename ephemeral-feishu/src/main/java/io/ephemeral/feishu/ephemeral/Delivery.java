package io.ephemeral.feishu.ephemeral;

/**
 * Way on which a card reached its viewer.
 */
public enum Delivery {

	/** In the group, visible to the viewer only. */
	EPHEMERAL,

	/** In the direct chat of the viewer and the bot. */
	DIRECT_MESSAGE,

	/** By the caller's own route. */
	OWN_ROUTE

}
