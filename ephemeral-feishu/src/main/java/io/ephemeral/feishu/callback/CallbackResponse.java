package io.ephemeral.feishu.callback;

/**
 * Response to a callback, and the work after it.
 *
 * @param status HTTP status
 * @param body JSON in UTF-8; empty only if the callback is refused
 * @param afterwards task that starts the work after the response, in the background. Run
 * it after the response has left or could not be sent; a second run has no effect
 */
@SuppressWarnings("ArrayRecordComponent")
public record CallbackResponse(int status, byte[] body, Runnable afterwards) {

	/**
	 * Body of a response without an effect for the user. The client shows an error for an
	 * empty body.
	 */
	static final byte[] NOTHING = { '{', '}' };

	private static final byte[] EMPTY = {};

	static CallbackResponse ok(byte[] body) {
		return ok(body, () -> {
		});
	}

	static CallbackResponse ok(byte[] body, Runnable afterwards) {
		return new CallbackResponse(200, body, afterwards);
	}

	static CallbackResponse bare(int status) {
		return new CallbackResponse(status, EMPTY, () -> {
		});
	}

	@Override
	public String toString() {
		return "CallbackResponse[" + this.status + "]";
	}

}
