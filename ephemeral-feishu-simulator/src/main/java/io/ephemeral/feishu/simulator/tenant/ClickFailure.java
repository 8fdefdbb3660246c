package io.ephemeral.feishu.simulator.tenant;

/**
 * Failure of a click. The member's client shows its code.
 */
public final class ClickFailure extends RuntimeException {

	private final ClickError error;

	public ClickFailure(ClickError error) {
		super(error.text(), null, false, false);
		this.error = error;
	}

	public ClickError error() {
		return this.error;
	}

}
