package io.ephemeral.feishu.card.check;

/**
 * Kinds of objects that the rules distinguish.
 */
enum Role {

	CONTAINER,

	/** Component that needs a name in a form. */
	INTERACTIVE,

	TEXT,

	/** Part of a component; the documents do not state that it counts as an element. */
	PART,

	OTHER

}
