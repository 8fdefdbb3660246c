package io.ephemeral.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Cost of a number of sends for this process.
 *
 * @param sends number of sends
 * @param nanos wall time in nanoseconds
 * @param cpuNanos CPU time on all processors in nanoseconds, including the garbage
 * collector and the compiler
 * @param bytes memory allocated by all threads
 */
record Measurement(int sends, long nanos, long cpuNanos, long bytes) {

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/**
	 * Measures a number of callers, each of which sends one card after another on its own
	 * thread.
	 */
	static Measurement take(Sender sender, int callers, int sendsPerCaller) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		try {
			long bytes = allocated();
			long cpu = PROCESS.getProcessCpuTime();
			long start = System.nanoTime();
			run(threads, sender, callers, sendsPerCaller);
			return new Measurement(callers * sendsPerCaller, System.nanoTime() - start,
					PROCESS.getProcessCpuTime() - cpu, allocated() - bytes);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void run(ExecutorService threads, Sender sender, int callers, int sendsPerCaller)
			throws InterruptedException, ExecutionException {
		for (Future<?> caller : IntStream.range(0, callers).mapToObj((number) -> threads.submit(() -> {
			for (int i = 0; i < sendsPerCaller; i++) {
				if (!sender.send().startsWith("om_")) {
					throw new IllegalStateException("No message id");
				}
			}
			return null;
		})).toList()) {
			caller.get();
		}
	}

	private static long allocated() {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
			.filter((bytes) -> bytes > 0)
			.sum();
	}

	/**
	 * Reads a measurement written by {@link #toString()}.
	 */
	static Measurement parse(String line) {
		long[] figures = Pattern.compile(" ").splitAsStream(line).mapToLong(Long::parseLong).toArray();
		return new Measurement((int) figures[0], figures[1], figures[2], figures[3]);
	}

	@Override
	public String toString() {
		return this.sends + " " + this.nanos + " " + this.cpuNanos + " " + this.bytes;
	}

	double perSecond() {
		return this.sends * 1e9 / this.nanos;
	}

	double cpuMicros() {
		return this.cpuNanos / 1e3 / this.sends;
	}

	double bytesPerSend() {
		return (double) this.bytes / this.sends;
	}

}
