package io.ephemeral.feishu.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import io.ephemeral.feishu.connection.ConnectionEnd.Reason;
import io.ephemeral.feishu.connection.LongConnectionStatus.State;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * History of a long connection: the status, one line in the log for each change, and the
 * listener.
 */
final class ConnectionHistory {

	private static final Log logger = LogFactory.getLog(LongConnection.class);

	private final Clock clock;

	private final LongConnectionListener listener;

	/** Without the time of the latest message. */
	private volatile LongConnectionStatus status;

	/** Apart from the status, because messages change nothing else of it. */
	private volatile @Nullable Instant lastMessage;

	/** Latest problem in the log; null while connected. */
	private volatile @Nullable String logged;

	ConnectionHistory(Clock clock, LongConnectionListener listener) {
		this.clock = clock;
		this.listener = listener;
		this.status = LongConnectionStatus.stopped(clock.instant());
	}

	LongConnectionStatus status() {
		Instant message = this.lastMessage;
		return (message != null) ? this.status.withMessage(message) : this.status;
	}

	LongConnectionListener listener() {
		return this.listener;
	}

	void connecting() {
		update((status) -> status.with(State.CONNECTING, this.clock.instant()));
	}

	/**
	 * Adds a connection on which the platform responds.
	 * @param connectionId the platform's id of it
	 */
	void opened(String connectionId) {
		boolean again = this.status.connections() > 0;
		update((status) -> status.connected(this.clock.instant()));
		logger.info("The long connection is open" + (again ? " again" : "") + " (" + connectionId + ")");
		this.logged = null;
		this.listener.onOpen();
	}

	void pong(Duration roundTrip) {
		update((status) -> status.withPong(this.clock.instant()));
		this.listener.onPong(roundTrip);
	}

	void message() {
		this.lastMessage = this.clock.instant();
	}

	void stopped() {
		update((status) -> status.with(State.STOPPED, this.clock.instant()));
	}

	/**
	 * Adds the end of a connection or of an attempt.
	 * @param wait time until the next attempt
	 */
	void ended(ConnectionEnd end, Duration wait) {
		this.listener.onEnd(end.reason().toString());
		if (end.reason() != Reason.STOPPED) {
			String problem = end.description();
			update((status) -> status.waiting(this.clock.instant(), problem, end.isRefusal()));
			log(end, problem, wait);
		}
	}

	private synchronized void update(UnaryOperator<LongConnectionStatus> change) {
		this.status = change.apply(this.status);
	}

	/** Logs a problem once, however many attempts end with it. */
	private void log(ConnectionEnd end, String problem, Duration wait) {
		String line = "No long connection: %s; the next attempt is in %d ms".formatted(problem, wait.toMillis());
		if (problem.equals(this.logged)) {
			logger.debug(line);
		}
		else if (end.isRefusal()) {
			logger.error(line + ". Until then no events or clicks arrive over it");
		}
		else if (end.isClean()) {
			logger.info(line);
		}
		else {
			logger.warn(line);
		}
		this.logged = problem;
	}

}
