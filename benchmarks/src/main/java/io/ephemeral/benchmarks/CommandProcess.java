package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another Java process that has a line for each command. Other lines of its output are
 * log lines.
 */
final class CommandProcess implements AutoCloseable {

	private static final String MARK = "= ";

	private final Process process;

	private final BufferedReader lines;

	private final String start;

	CommandProcess(Class<?> main, String... arguments) throws IOException {
		this(JavaProcess.start(System.getProperty("java.class.path"), main, arguments));
	}

	private CommandProcess(Process process) throws IOException {
		this.process = process;
		this.lines = this.process.inputReader(StandardCharsets.UTF_8);
		this.start = next();
	}

	/**
	 * Starts a process whose heap does not grow, so that it spends no time on new memory.
	 */
	static CommandProcess ofHeap(String size, Class<?> main, String... arguments) throws IOException {
		return new CommandProcess(JavaProcess.start(List.of("-Xms" + size, "-Xmx" + size),
				System.getProperty("java.class.path"), main, arguments));
	}

	/** Returns the line that the process wrote when it was ready. */
	String start() {
		return this.start;
	}

	String run(String command) throws IOException {
		this.process.outputWriter(StandardCharsets.UTF_8).append(command + "\n").flush();
		return next();
	}

	/** Returns whether the process has ended, at most a second after its output. */
	boolean hasEnded() throws InterruptedException {
		return this.process.waitFor(1, TimeUnit.SECONDS);
	}

	void signal(ProcessSignal signal) throws IOException {
		signal.send(this.process);
	}

	private String next() throws IOException {
		for (String line = this.lines.readLine(); line != null; line = this.lines.readLine()) {
			if (line.startsWith(MARK)) {
				return line.substring(MARK.length());
			}
			System.err.println(line);
		}
		throw new IOException("The process ended without a line");
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
