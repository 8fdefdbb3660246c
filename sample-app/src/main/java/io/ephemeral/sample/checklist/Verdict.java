package io.ephemeral.sample.checklist;

/**
 * Result of a step in one word. A later one is worse, and hides an earlier one.
 */
enum Verdict {

	/** The platform did what the step expects. */
	SEEN("as expected"),

	/** The person skipped a part of the step, or something that it needs is missing. */
	SKIPPED("skipped"),

	/** The platform did something else. */
	DIFFERS("differs"),

	/** A call failed. */
	FAILED("failed");

	private final String words;

	Verdict(String words) {
		this.words = words;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
