package io.ephemeral.feishu.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;
import org.springframework.util.function.ThrowingSupplier;

/**
 * Deadlines of several minutes instead of a few seconds, for a test of which they are not
 * the subject: those of the platform for responses, of the application for replies, and
 * of calls. Otherwise the outcome would depend on the speed of the machine. Tests that
 * run at the same time in one process cannot use it.
 * <p>
 * These deadlines are one-shot timers of a second to ten seconds. Timers of tests and of
 * faults must be shorter. The windows of the limiter, which are little longer than a
 * second, and what happens again and again are not affected.
 */
public final class LongDeadlines implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

	/** Length of a deadline. */
	public static final Duration LENGTH = Duration.ofMinutes(10);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	/** Longest window of a limit, with its headroom. */
	private static final Duration WINDOW = Duration.ofMillis(1100);

	/** Time that the platform waits; every deadline for a reply is shorter. */
	private static final Duration PLATFORM = Duration.ofSeconds(3);

	/** Deadlines that have timers of other libraries, or that measure the time. */
	private static final List<String> PROPERTIES = List.of("feishu.http.connect-timeout", "feishu.http.read-timeout",
			"feishu.http.acquire-timeout", "feishu.http.response-timeout", "feishu.rate-limit.max-wait",
			"feishu.long-connection.connect-timeout", "feishu.long-connection.pong-timeout");

	private static final AtomicInteger shortOnes = new AtomicInteger();

	private static boolean installed;

	private static int users;

	/** From this length on, deadlines are long. */
	private static volatile Duration from = LENGTH;

	/** Installs the schedulers. Must precede any other use of Reactor. */
	static synchronized void install() {
		if (!installed) {
			installed = true;
			Schedulers.setFactory(new Schedulers.Factory() {

				@Override
				public Scheduler newParallel(int parallelism, ThreadFactory threads) {
					return new Timers(Schedulers.Factory.super.newParallel(parallelism, threads));
				}

			});
		}
	}

	/**
	 * Makes the deadlines long while an action runs.
	 */
	public static <T> T during(ThrowingSupplier<T> action) {
		return from(SHORTEST, action);
	}

	/**
	 * Lets the deadlines for replies pass as they are while an action runs. The platform
	 * waits long for the replies.
	 */
	public static <T> T withLateReplies(ThrowingSupplier<T> action) {
		return from(PLATFORM, action);
	}

	private static <T> T from(Duration length, ThrowingSupplier<T> action) {
		Assert.state(installed, "The session of the tests has not been prepared");
		Duration before = from;
		shortOnes.set(0);
		from = length;
		try {
			return action.get();
		}
		finally {
			from = before;
		}
	}

	/**
	 * Returns the number of deadlines for replies that have begun to pass since the start
	 * of {@link #withLateReplies}.
	 */
	static int passing() {
		return shortOnes.get();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		begin();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		end();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		begin();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		end();
	}

	private static synchronized void begin() {
		Assert.state(installed, "The session of the tests has not been prepared");
		users++;
		from = SHORTEST;
		PROPERTIES.forEach((property) -> System.setProperty(property, LENGTH.toString()));
	}

	private static synchronized void end() {
		users--;
		if (users == 0) {
			from = LENGTH;
			PROPERTIES.forEach(System::clearProperty);
		}
	}

	private static long nanos(long delay, TimeUnit unit) {
		Duration length = Duration.of(delay, unit.toChronoUnit());
		boolean isDeadline = length.equals(SHORTEST)
				|| (length.compareTo(WINDOW) > 0 && length.compareTo(LONGEST) <= 0);
		if (isDeadline && length.compareTo(from) >= 0) {
			return LENGTH.toNanos();
		}
		if (isDeadline) {
			shortOnes.incrementAndGet();
		}
		return length.toNanos();
	}

	/**
	 * Scheduler of deadlines.
	 *
	 * @param scheduler scheduler that runs the tasks
	 */
	private record Timers(Scheduler scheduler) implements Scheduler {

		@Override
		public Disposable schedule(Runnable task) {
			return this.scheduler.schedule(task);
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			return this.scheduler.schedule(task, nanos(delay, unit), TimeUnit.NANOSECONDS);
		}

		@Override
		public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
			return this.scheduler.schedulePeriodically(task, initialDelay, period, unit);
		}

		@Override
		public long now(TimeUnit unit) {
			return this.scheduler.now(unit);
		}

		@Override
		public Worker createWorker() {
			return this.scheduler.createWorker();
		}

		@Override
		public void init() {
			this.scheduler.init();
		}

		@Override
		public void dispose() {
			this.scheduler.dispose();
		}

		@Override
		public boolean isDisposed() {
			return this.scheduler.isDisposed();
		}

	}

}
