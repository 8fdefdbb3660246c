package io.ephemeral.feishu.card.check;

/**
 * Check of one kind of rule, for one walk through a card.
 */
interface CardCheck {

	/**
	 * Checks an object with a tag. Objects around are visited before those within.
	 * @param visit the object with its place
	 * @param violations takes what is found
	 */
	default void visit(Visit visit, Violations violations) {
	}

	/**
	 * Checks what only the whole card shows.
	 * @param violations takes what is found
	 */
	default void end(Violations violations) {
	}

}
