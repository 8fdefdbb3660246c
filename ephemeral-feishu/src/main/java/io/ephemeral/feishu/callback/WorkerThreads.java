package io.ephemeral.feishu.callback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * Factory of the threads that run code of the application. They share one queue, so that
 * a task waits for the next free thread, not for a particular one. Few threads are enough
 * for short tasks, because each change of threads takes time. More are added when tasks
 * wait because others hang.
 */
public final class WorkerThreads {

	/**
	 * Default maximum number of threads. It is the same as in a servlet container,
	 * because each hanging handler holds a thread.
	 */
	public static final int STANDARD_MAXIMUM = 200;

	private static final int PROCESSORS = Math.max(2, Runtime.getRuntime().availableProcessors());

	private static final long IDLE_SECONDS = 60;

	/** Executor of a look at the queue, after the time that a task may wait in it. */
	private static final Executor LOOK = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS, Runnable::run);

	private WorkerThreads() {
	}

	/**
	 * Creates a scheduler for work that somebody waits for. It has a thread for each
	 * processor, and at least two. While tasks wait for more than 10 ms, threads are
	 * added: one each time, or as many again if all hang. A thread ends after a minute
	 * without a task. The queue has no limit of its own, because
	 * {@link CallbackProcessor.Builder#maxPending(int)} limits its tasks.
	 * @param name name of the threads, before their numbers
	 * @param maximum maximum number of threads
	 * @return a scheduler of daemon threads; disposing of it interrupts them
	 */
	public static Scheduler create(String name, int maximum) {
		return create(name, maximum, LOOK);
	}

	/** Creates a scheduler whose looks at the queue come from an executor. */
	static Scheduler create(String name, int maximum, Executor look) {
		return create(name, PROCESSORS, maximum, look);
	}

	/**
	 * Creates a scheduler for work that nobody waits for. It has one thread, because two
	 * take turns at short tasks, and each turn takes longer than such a task. Threads are
	 * added and end as in {@link #create}.
	 * @param name name of the threads, before their numbers
	 * @param maximum maximum number of threads
	 * @return a scheduler of daemon threads; disposing of it interrupts them
	 */
	public static Scheduler createForEvents(String name, int maximum) {
		return createForEvents(name, maximum, LOOK);
	}

	/** Creates a scheduler whose looks at the queue come from an executor. */
	static Scheduler createForEvents(String name, int maximum, Executor look) {
		return create(name, 1, maximum, look);
	}

	private static Scheduler create(String name, int fewest, int maximum, Executor look) {
		Assert.isTrue(maximum > 0, "The maximum number of threads (feishu.callback.max-threads) must be positive");
		WatchedExecutor executor = new WatchedExecutor(Math.min(fewest, maximum), maximum, look,
				new DaemonFactory(name));
		executor.allowCoreThreadTimeOut(true);
		return Schedulers.fromExecutorService(executor, name);
	}

	/**
	 * Executor that looks at its queue while tasks wait.
	 */
	private static final class WatchedExecutor extends ThreadPoolExecutor {

		private final int fewest;

		private final int most;

		private final Executor look;

		private final AtomicBoolean watched = new AtomicBoolean();

		WatchedExecutor(int fewest, int maximum, Executor look, ThreadFactory threads) {
			super(fewest, fewest, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
			this.fewest = fewest;
			this.most = maximum;
			this.look = look;
		}

		@Override
		public void execute(Runnable task) {
			super.execute(task);
			if (!getQueue().isEmpty()) {
				watch();
			}
		}

		private void watch() {
			if (!this.watched.get() && this.watched.compareAndSet(false, true)) {
				long started = started();
				long submitted = started + getQueue().size();
				this.look.execute(() -> look(submitted, started));
			}
		}

		/**
		 * Adds threads if a task waits since the last look.
		 * @param submitted number of tasks at the last look
		 * @param started number of started tasks at the last look
		 */
		private void look(long submitted, long started) {
			this.watched.set(false);
			if (getQueue().isEmpty()) {
				keep(this.fewest);
				return;
			}
			long now = started();
			if (now < submitted) {
				int threads = getPoolSize();
				keep(Math.min(this.most, (now == started) ? 2 * threads : threads + 1));
			}
			watch();
		}

		/**
		 * Starts or ends threads. Idle ones end at once, because they would take turns at
		 * the tasks for ever, and a turn takes longer than a short task.
		 */
		private void keep(int threads) {
			if (threads > getCorePoolSize()) {
				setMaximumPoolSize(threads);
				setCorePoolSize(threads);
			}
			else if (threads < getCorePoolSize()) {
				setCorePoolSize(threads);
				setMaximumPoolSize(threads);
			}
		}

		private long started() {
			return getTaskCount() - getQueue().size();
		}

	}

	/**
	 * Factory of daemon threads, each with the class loader of the thread that creates
	 * the factory. The thread that adds a thread may have another one.
	 */
	private static final class DaemonFactory extends CustomizableThreadFactory {

		private static final long serialVersionUID = 1L;

		private final transient ClassLoader loader = Thread.currentThread().getContextClassLoader();

		DaemonFactory(String name) {
			super(name + "-");
			setDaemon(true);
		}

		@Override
		public Thread createThread(Runnable task) {
			Thread thread = super.createThread(task);
			thread.setContextClassLoader(this.loader);
			return thread;
		}

	}

}
