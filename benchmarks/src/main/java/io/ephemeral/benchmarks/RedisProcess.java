package io.ephemeral.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Redis server without persistence, on a free port of the loopback interface. It is the
 * {@code redis-server} of the path.
 */
final class RedisProcess implements AutoCloseable {

	private final int port = freePort();

	private Process process;

	RedisProcess() throws IOException {
		this.process = launch(this.port);
	}

	int port() {
		return this.port;
	}

	/** Kills the server. Its contents are lost. */
	void kill() throws IOException {
		ProcessSignal.KILL.send(this.process);
	}

	/** Starts the server again, empty, at the same port. */
	void restart() throws IOException {
		this.process = launch(this.port);
	}

	void signal(ProcessSignal signal) throws IOException {
		signal.send(this.process);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private static Process launch(int port) throws IOException {
		Process process = new ProcessBuilder("redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1",
				"--save", "", "--appendonly", "no", "--daemonize", "no")
			.redirectErrorStream(true)
			.directory(Files.createTempDirectory("redis").toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.contains("Ready to accept connections")) {
				return process;
			}
		}
		throw new IOException("redis-server did not start on port " + port);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
