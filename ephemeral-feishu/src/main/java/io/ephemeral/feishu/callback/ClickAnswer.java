package io.ephemeral.feishu.callback;

/**
 * Answer to a click: the reply of its handler, with its JSON.
 *
 * @param reply the reply
 * @param body the reply as JSON
 */
@SuppressWarnings("ArrayRecordComponent")
record ClickAnswer(CardActionReply reply, byte[] body) {

	/** Creates the answer to a repeated click, whose work belongs to the first one. */
	static ClickAnswer repeated(byte[] body) {
		return new ClickAnswer(CardActionReply.nothing(), body);
	}

}
