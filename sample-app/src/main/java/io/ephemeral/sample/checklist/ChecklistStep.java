package io.ephemeral.sample.checklist;

/**
 * Step of the checklist.
 *
 * @param title a few words
 * @param expectation what the library expects of the platform, in whole sentences
 * @param work what the step does
 */
record ChecklistStep(String title, String expectation, Work work) {

	/**
	 * Work of a step. It may throw each exception of the library, which fails the step.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Does the step, and notes what happens.
		 * @param notes the notes of this step
		 */
		void run(Notes notes);

	}

}
