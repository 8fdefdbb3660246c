package io.ephemeral.feishu.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Scheduler of a process that can stop and continue, as after a signal. Its time goes on.
 */
final class StoppableScheduler implements Scheduler {

	private final Scheduler scheduler;

	private final Deque<Runnable> late = new ArrayDeque<>();

	private boolean stopped;

	StoppableScheduler(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	void stop() {
		this.stopped = true;
	}

	void resume() {
		this.stopped = false;
		while (!this.late.isEmpty() && !this.stopped) {
			this.late.removeFirst().run();
		}
	}

	@Override
	public long now(TimeUnit unit) {
		return this.scheduler.now(unit);
	}

	@Override
	public Disposable schedule(Runnable task) {
		return schedule(task, 0, TimeUnit.NANOSECONDS);
	}

	@Override
	public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
		Disposable.Swap end = Disposables.swap();
		end.replace(this.scheduler.schedule(() -> run(() -> {
			if (!end.isDisposed()) {
				task.run();
			}
		}), delay, unit));
		return end;
	}

	private void run(Runnable task) {
		if (this.stopped) {
			this.late.addLast(task);
		}
		else {
			task.run();
		}
	}

	@Override
	public Worker createWorker() {
		Disposable.Composite tasks = Disposables.composite();
		return new Worker() {

			@Override
			public Disposable schedule(Runnable task) {
				return schedule(task, 0, TimeUnit.NANOSECONDS);
			}

			@Override
			public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
				Disposable scheduled = StoppableScheduler.this.schedule(task, delay, unit);
				tasks.add(scheduled);
				return scheduled;
			}

			@Override
			public void dispose() {
				tasks.dispose();
			}

		};
	}

}
