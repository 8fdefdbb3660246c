package io.ephemeral.sample.checklist;

/**
 * Answer of a person to a question.
 */
enum Answer {

	YES, NO, SKIP

}
