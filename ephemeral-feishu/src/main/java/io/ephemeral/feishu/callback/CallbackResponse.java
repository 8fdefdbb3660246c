package io.ephemeral.feishu.callback;

import java.util.Arrays;

/**
 * Response to a callback, and the work after it.
 *
 * @param status HTTP status
 * @param body JSON in UTF-8; empty only if the callback is refused
 * @param isReply whether the user's client waits for the body, as after a click
 * @param afterwards task that starts the work after the response, in the background. Run
 * it after the response has left or could not be sent; a second run has no effect
 */
@SuppressWarnings("ArrayRecordComponent")
public record CallbackResponse(int status, byte[] body, boolean isReply, Runnable afterwards) {

	/**
	 * Body of a response without an effect for the user. The client shows an error for an
	 * empty body.
	 */
	static final byte[] NOTHING = { '{', '}' };

	private static final byte[] EMPTY = {};

	private static final Runnable NO_WORK = CallbackResponse::doNothing;

	/** Acceptance of an event without work. */
	static final CallbackResponse ACCEPTED = accepted(NO_WORK);

	/** Reply to a click. */
	static CallbackResponse reply(byte[] body) {
		return reply(body, NO_WORK);
	}

	/** Reply to a click, with the work after it. */
	static CallbackResponse reply(byte[] body, Runnable afterwards) {
		return new CallbackResponse(200, body, true, afterwards);
	}

	/** Response to a challenge. */
	static CallbackResponse challenge(byte[] body) {
		return new CallbackResponse(200, body, false, NO_WORK);
	}

	/** Acceptance of an event. */
	static CallbackResponse accepted(Runnable afterwards) {
		return new CallbackResponse(200, NOTHING, false, afterwards);
	}

	/** Returns whether this is the acceptance of an event. */
	boolean isAcceptance() {
		return this.status == 200 && !this.isReply && Arrays.equals(this.body, NOTHING);
	}

	/** Returns whether work follows the response. */
	boolean hasWork() {
		return !this.afterwards.equals(NO_WORK);
	}

	static CallbackResponse bare(int status) {
		return new CallbackResponse(status, EMPTY, false, NO_WORK);
	}

	@Override
	public String toString() {
		return "CallbackResponse[" + this.status + "]";
	}

	private static void doNothing() {
		// Most callbacks have no work.
	}

}
