package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import reactor.core.scheduler.Schedulers;

/**
 * Warning that is logged at most once a minute, with the number of its repetitions. Each
 * repetition is logged at {@code DEBUG}.
 */
final class RareWarning {

	private static final long PAUSE = Duration.ofMinutes(1).toNanos();

	private final Log log;

	/** Number of repetitions since the last line; -1 before the first one. */
	private final AtomicLong repetitions = new AtomicLong(-1);

	private volatile long last;

	RareWarning(Log log) {
		this.log = log;
	}

	void log(String message) {
		long now = Schedulers.parallel().now(TimeUnit.NANOSECONDS);
		long since = this.repetitions.get();
		if ((since < 0 || now - this.last >= PAUSE) && this.repetitions.compareAndSet(since, 0)) {
			this.last = now;
			this.log.warn((since > 0) ? message + " (and " + since + " more since the last warning)" : message);
		}
		else {
			this.repetitions.incrementAndGet();
			this.log.debug(message);
		}
	}

}
