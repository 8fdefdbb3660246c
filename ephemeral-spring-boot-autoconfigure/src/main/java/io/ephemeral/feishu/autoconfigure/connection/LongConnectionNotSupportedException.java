package io.ephemeral.feishu.autoconfigure.connection;

import io.ephemeral.feishu.FeishuException;

/**
 * Failure to start a store app with a long connection.
 */
final class LongConnectionNotSupportedException extends FeishuException {

	private static final long serialVersionUID = 1L;

	LongConnectionNotSupportedException() {
		super("The platform offers the long connection to self-built apps only, and 'feishu.app-type' is 'store'");
	}

}
