package io.ephemeral.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Signal of the operating system to a process.
 */
enum ProcessSignal {

	/** Stops the process as a debugger does. Its connections stay open and silent. */
	STOP,

	/** Lets a stopped process continue. */
	CONT,

	/** Ends the process at once. */
	KILL;

	void send(Process process) throws IOException {
		try {
			int end = new ProcessBuilder("kill", "-" + this, Long.toString(process.pid())).start().waitFor();
			if (end != 0) {
				throw new IOException("The signal " + this + " did not reach the process " + process.pid());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("The signal " + this + " was interrupted");
		}
	}

}
