package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sender in a separate process, so that competitors do not share compiled code or garbage
 * collection. Each line of its standard input starts a round, and the answer is a line
 * with the measurement.
 */
final class SenderProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader measurements;

	private SenderProcess(Process process) {
		this.process = process;
		this.measurements = process.inputReader(StandardCharsets.UTF_8);
	}

	static SenderProcess start(String sender, URI endpoint) throws Exception {
		return new SenderProcess(JavaProcess.start(System.getProperty("java.class.path"), SenderProcess.class, sender,
				endpoint.toString()));
	}

	Measurement round(int callers, int sendsPerCaller) throws Exception {
		this.process.outputWriter(StandardCharsets.UTF_8).append(callers + " " + sendsPerCaller + "\n").flush();
		return Measurement.parse(this.measurements.readLine());
	}

	@Override
	public void close() {
		this.process.destroy();
	}

	public static void main(String[] arguments) throws Exception {
		Sender sender = Senders.named(arguments[0], URI.create(arguments[1]));
		BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String round = rounds.readLine(); round != null; round = rounds.readLine()) {
			int space = round.indexOf(' ');
			System.out.println(Measurement.take(sender, Integer.parseInt(round.substring(0, space)),
					Integer.parseInt(round.substring(space + 1))));
		}
		System.exit(0);
	}

}
