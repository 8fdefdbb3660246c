package io.ephemeral.feishu.callback;

/**
 * What goes back to the platform, and what is done then.
 *
 * @param status HTTP status
 * @param body JSON in UTF-8, empty only where a callback is refused
 * @param afterwards begins the work that has to wait until the response has left, in the
 * background; to be run also when the response could not be sent, and without effect the
 * second time
 */
@SuppressWarnings("ArrayRecordComponent")
public record CallbackResponse(int status, byte[] body, Runnable afterwards) {

	/** Changes nothing for the user. An empty body would be an error on the client. */
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
