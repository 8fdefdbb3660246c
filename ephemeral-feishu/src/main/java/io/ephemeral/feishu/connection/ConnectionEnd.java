package io.ephemeral.feishu.connection;

import java.time.Duration;
import java.util.Locale;

import io.ephemeral.feishu.error.ErrorCategory;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;

/**
 * End of a connection, or of an attempt to open one.
 *
 * @param reason reason of the end
 * @param life time from the first pong to the end; zero if there was none
 * @param error error that ended it; null if there was none
 */
record ConnectionEnd(Reason reason, Duration life, @Nullable Throwable error) {

	static final ConnectionEnd STOPPED = new ConnectionEnd(Reason.STOPPED, Duration.ZERO, null);

	static ConnectionEnd failed(Throwable error) {
		return new ConnectionEnd((error instanceof FeishuApiException) ? Reason.REFUSED : Reason.FAILED, Duration.ZERO,
				error);
	}

	boolean wasConnected() {
		return !this.life.isZero();
	}

	/** Returns whether the platform closed the connection in the orderly way. */
	boolean isClean() {
		return this.reason == Reason.CLOSED;
	}

	/** Returns whether a person must act before an attempt can succeed. */
	boolean isRefusal() {
		return this.error instanceof FeishuApiException refused && refused.category() != ErrorCategory.RATE_LIMITED;
	}

	/** Describes the end without addresses. */
	String description() {
		return (this.error != null) ? ConnectionFailures.describe(this.error) : switch (this.reason) {
			case CLOSED -> "the platform closed the connection";
			case SILENT -> "the platform did not respond to a ping";
			case LOST -> "the connection broke";
			case REFUSED -> "the platform refused the connection";
			case FAILED -> "the connection failed";
			case STOPPED -> "the application ends";
		};
	}

	/**
	 * Reason of an end. The metrics show it.
	 */
	enum Reason {

		/** Closed by the platform. */
		CLOSED,

		/** No response to a ping. */
		SILENT,

		/** Broken without a Close frame. */
		LOST,

		/** Refused by the platform before it was open. */
		REFUSED,

		/** Not opened for another reason. */
		FAILED,

		/** Closed by the application. */
		STOPPED;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
