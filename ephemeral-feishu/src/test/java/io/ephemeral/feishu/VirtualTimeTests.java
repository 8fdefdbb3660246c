package io.ephemeral.feishu;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualTimeTests {

	@AfterEach
	void reset() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void stopWhenSchedulersAreRealBesideAnOlderVirtualTimeThenTheyBecomeVirtual() {
		VirtualTimeScheduler.getOrSet();
		Schedulers.setFactory(new Schedulers.Factory() {
		});

		VirtualTime time = VirtualTime.stop();

		assertThat(Schedulers.parallel().now(TimeUnit.NANOSECONDS)).isEqualTo(time.now(TimeUnit.NANOSECONDS));
		assertThat(Schedulers.single().now(TimeUnit.NANOSECONDS)).isEqualTo(time.now(TimeUnit.NANOSECONDS));
	}

	@Test
	void advanceTimeByWhenAnotherThreadRunsTasksThenSleepsUntilItsEnd() throws InterruptedException {
		VirtualTime time = VirtualTime.stop();
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		AtomicBoolean late = new AtomicBoolean();
		AtomicLong tasks = new AtomicLong();
		Mono.delay(Duration.ofSeconds(1)).subscribe((tick) -> late.set(true));
		Thread other = new Thread(() -> time.schedule(() -> {
			running.countDown();
			await(end);
		}));
		other.start();
		await(running);
		Thread test = Thread.currentThread();
		Thread release = new Thread(() -> {
			while (time.now(TimeUnit.SECONDS) == 0 || (isBusy(test) && time.getScheduledTaskCount() < 100)) {
				Thread.onSpinWait();
			}
			tasks.set(time.getScheduledTaskCount());
			end.countDown();
		});
		release.start();

		time.advanceTimeBy(Duration.ofSeconds(1));

		assertThat(late).isTrue();
		assertThat(tasks).hasValueLessThan(10);
		other.join();
		release.join();
	}

	private static boolean isBusy(Thread thread) {
		return thread.getState() == Thread.State.RUNNABLE;
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
