package io.ephemeral.feishu.callback;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkerThreadsTests {

	private static final int MAXIMUM = 4;

	private final Scheduler scheduler = WorkerThreads.create("worker", MAXIMUM);

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

	/** Pending looks at the queue. */
	private final Queue<Runnable> looks = new ConcurrentLinkedQueue<>();

	@AfterEach
	void end() {
		this.hanging.countDown();
		this.scheduler.dispose();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, MAXIMUM - 1 })
	void tasksWhenSomeHangThenAllOthersRun(int some) throws Exception {
		IntStream.range(0, some).forEach((task) -> hang());

		assertThat(run(400).await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.threads).doesNotContainNull().extracting(Thread::isDaemon).containsOnly(true);
	}

	@Test
	void tasksWhenAllThreadsHangThenWait() throws Exception {
		IntStream.range(0, MAXIMUM).forEach((task) -> hang());
		CountDownLatch tasks = run(1000);
		assertThat(tasks.getCount()).isEqualTo(1000);

		this.hanging.countDown();

		assertThat(tasks.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.threads.stream().distinct()).hasSizeLessThanOrEqualTo(MAXIMUM);
	}

	@Test
	void tasksWhenShortThenFewThreadsRunThem() throws Exception {
		Scheduler threads = WorkerThreads.create("worker", WorkerThreads.STANDARD_MAXIMUM, this.looks::add);

		for (int burst = 0; burst < 2; burst++) {
			assertThat(run(threads, 400).await(10, TimeUnit.SECONDS)).isTrue();
			look();
		}

		assertThat(this.threads.stream().distinct())
			.hasSizeLessThanOrEqualTo(Math.max(2, Runtime.getRuntime().availableProcessors()));
		threads.dispose();
	}

	@Test
	void eventsWhenShortThenOneThreadRunsThem() throws Exception {
		Scheduler threads = WorkerThreads.createForEvents("worker", MAXIMUM, this.looks::add);

		for (int event = 0; event < 3; event++) {
			assertThat(run(threads, 1).await(10, TimeUnit.SECONDS)).isTrue();
			look();
		}

		assertThat(this.threads.stream().distinct()).hasSize(1);
		threads.dispose();
	}

	@Test
	void eventsWhenOneHangsThenAllOthersRun() throws Exception {
		Scheduler threads = WorkerThreads.createForEvents("worker", MAXIMUM);
		hang(threads);

		assertThat(run(threads, 400).await(10, TimeUnit.SECONDS)).isTrue();

		threads.dispose();
	}

	@Test
	void threadsWhenAddedThenEndOnceNoTaskWaits() throws Exception {
		Scheduler threads = WorkerThreads.createForEvents("worker", MAXIMUM);
		hang(threads);
		hang(threads);

		assertThat(run(threads, 400).await(10, TimeUnit.SECONDS)).isTrue();

		Thread added = this.threads.element();
		added.join(TimeUnit.SECONDS.toMillis(10));
		assertThat(added.isAlive()).isFalse();
		threads.dispose();
	}

	@Test
	void threadsWhenAddedByOthersThenHaveClassLoaderOfCreator() throws Exception {
		ClassLoader own = Thread.currentThread().getContextClassLoader();
		Thread.currentThread().setContextClassLoader(new ClassLoader(own) {
		});
		try {
			hang();
			hang();
			hang();
			assertThat(run(1).await(10, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			Thread.currentThread().setContextClassLoader(own);
		}
		assertThat(this.threads).extracting(Thread::getContextClassLoader).containsOnly(own);
	}

	@Test
	void tasksWhenThreadDiesThenGoOn() throws Exception {
		CompletableFuture<Thread> died = new CompletableFuture<>();
		this.scheduler.schedule(() -> {
			died.complete(Thread.currentThread());
			throw new StackOverflowError();
		});
		died.get(10, TimeUnit.SECONDS);

		assertThat(run(100).await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void tasksWhenDisposedThenAreRejected() {
		IntStream.range(0, MAXIMUM).forEach((task) -> hang());
		this.scheduler.dispose();

		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> run(1));
	}

	@Test
	void threadsWhenNoneAreAllowedThenFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> WorkerThreads.create("worker", 0))
			.withMessageContaining("positive");
	}

	private void look() {
		for (int count = this.looks.size(); count > 0; count--) {
			this.looks.remove().run();
		}
	}

	private void hang() {
		hang(this.scheduler);
	}

	private void hang(Scheduler scheduler) {
		scheduler.schedule(() -> {
			try {
				this.hanging.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private CountDownLatch run(int count) {
		return run(this.scheduler, count);
	}

	private CountDownLatch run(Scheduler scheduler, int count) {
		CountDownLatch tasks = new CountDownLatch(count);
		for (int task = 0; task < count; task++) {
			scheduler.schedule(() -> {
				this.threads.add(Thread.currentThread());
				tasks.countDown();
			});
		}
		return tasks;
	}

}
