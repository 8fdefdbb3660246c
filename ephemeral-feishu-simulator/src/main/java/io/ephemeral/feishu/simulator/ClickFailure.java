package io.ephemeral.feishu.simulator;

/**
 * Failure of a click. The member's client shows its code.
 */
final class ClickFailure extends RuntimeException {

	private final ClickError error;

	ClickFailure(ClickError error) {
		super(error.text(), null, false, false);
		this.error = error;
	}

	ClickError error() {
		return this.error;
	}

}
