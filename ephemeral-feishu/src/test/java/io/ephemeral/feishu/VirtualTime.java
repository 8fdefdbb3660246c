package io.ephemeral.feishu;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Virtual time that is safe beside other threads, such as those of handlers and of timers
 * of earlier tests.
 */
public final class VirtualTime extends VirtualTimeScheduler {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private VirtualTime() {
		super(false);
	}

	/**
	 * Stops time: all schedulers of Reactor become virtual until
	 * {@link VirtualTimeScheduler#reset()}. If another thread asks for a scheduler while
	 * they are replaced, that one stays real for everybody, so the replacement is
	 * repeated.
	 */
	public static VirtualTime stop() {
		VirtualTime time = replaced();
		while (!time.isEverywhere()) {
			time = replaced();
		}
		return time;
	}

	private static VirtualTime replaced() {
		VirtualTimeScheduler.reset();
		VirtualTime time = new VirtualTime();
		VirtualTimeScheduler.set(time);
		return time;
	}

	private boolean isEverywhere() {
		return Stream.of(Schedulers.parallel(), Schedulers.single(), Schedulers.boundedElastic())
			.allMatch(this::isTimeOf);
	}

	private boolean isTimeOf(Scheduler scheduler) {
		return scheduler.now(TimeUnit.NANOSECONDS) == now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Lets time pass. If another thread runs the tasks that are due, this method waits
	 * for that.
	 */
	@Override
	public void advanceTimeBy(Duration duration) {
		super.advanceTimeBy(duration);
		while (!runner().equals(Thread.currentThread())) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Returns the thread that runs the tasks that are due. This thread sleeps until its
	 * task has run, as a thread that only adds tasks would keep the other one busy for
	 * ever. If it is the runner itself, no task is left.
	 */
	private Thread runner() {
		CompletableFuture<Thread> runner = new CompletableFuture<>();
		schedule(() -> runner.complete(Thread.currentThread()));
		return runner.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

}
