package io.ephemeral.feishu.callback;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * Factory of the threads that run code of the application. They share one queue, so that
 * a task waits for the next free thread, not for a particular one.
 */
public final class WorkerThreads {

	/**
	 * Default maximum number of threads. It is the same as in a servlet container,
	 * because each hanging handler holds a thread.
	 */
	public static final int STANDARD_MAXIMUM = 200;

	private static final long IDLE_SECONDS = 60;

	private WorkerThreads() {
	}

	/**
	 * Creates a scheduler. A thread is added while all others are busy, and ends after a
	 * minute without a task. The queue has no limit of its own, because
	 * {@link CallbackProcessor.Builder#maxPending(int)} limits its tasks.
	 * @param name name of the threads, before their numbers
	 * @param maximum maximum number of threads
	 * @return a scheduler of daemon threads; disposing of it interrupts them
	 */
	public static Scheduler create(String name, int maximum) {
		Assert.isTrue(maximum > 0, "The maximum number of threads (feishu.callback.max-threads) must be positive");
		CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
		threads.setDaemon(true);
		ThreadPoolExecutor executor = new ThreadPoolExecutor(1, maximum, IDLE_SECONDS, TimeUnit.SECONDS,
				new SharedQueue(), threads, WorkerThreads::enqueue);
		executor.allowCoreThreadTimeOut(true);
		return Schedulers.fromExecutorService(executor, name);
	}

	/**
	 * Adds a task to the queue. The executor calls this method if no thread is idle and
	 * no thread may be added.
	 */
	private static void enqueue(Runnable task, ThreadPoolExecutor executor) {
		SharedQueue queue = (SharedQueue) executor.getQueue();
		queue.enqueue(task);
		if (executor.isShutdown() && queue.remove(task)) {
			throw new RejectedExecutionException("The threads have stopped and accept no work");
		}
		// All threads may have ended since the executor counted them.
		executor.prestartCoreThread();
	}

	/**
	 * Queue that accepts a task from the executor only if a thread waits for one. The
	 * executor would otherwise fill the queue before it adds a thread.
	 */
	private static final class SharedQueue extends LinkedTransferQueue<Runnable> {

		private static final long serialVersionUID = 1L;

		@Override
		public boolean offer(Runnable task) {
			return tryTransfer(task);
		}

		void enqueue(Runnable task) {
			super.offer(task);
		}

	}

}
